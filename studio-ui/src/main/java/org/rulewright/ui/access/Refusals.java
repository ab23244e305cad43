package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import java.util.function.Consumer;
import org.rulewright.access.AccessRefusal;
import org.rulewright.access.User;
import org.rulewright.access.UserChange;
import org.rulewright.ui.shell.Notices;

/** Tells why a change of users or keys was refused, and what to do. */
final class Refusals {

  private Refusals() {}

  /** Goes on with the changed user, or tells why there is none. */
  static void unless(UserChange change, Consumer<User> changed) {
    switch (change) {
      case UserChange.Changed done -> changed.accept(done.user());
      case UserChange.Refused refused -> tell(refused.reason());
    }
  }

  static void tell(AccessRefusal reason) {
    Notices.failed(tr("access.refused"), words(reason));
  }

  static String words(AccessRefusal reason) {
    return trOf("access.refusal", reason);
  }
}
