package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.stream.Collectors;
import org.rulewright.access.Role;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/** Roles side by side. */
class RoleChips extends Div {

  RoleChips(Collection<Role> roles) {
    addClassName("rw-chips");
    roles.stream()
        .sorted()
        .forEach(role -> add(new StatusBadge(trOf("shell.role", role), tone(role))));
  }

  static String words(Collection<Role> roles) {
    return roles.stream()
        .sorted()
        .map(role -> trOf("shell.role", role))
        .collect(Collectors.joining(tr("shell.listSeparator")));
  }

  /** Roles that can let others in or let changes out stand out. */
  private static Tone tone(Role role) {
    return role.forKeys() ? Tone.NEUTRAL : Tone.INFO;
  }
}
