package org.rulewright.version;

import java.util.ArrayList;
import java.util.List;
import org.rulewright.version.Change.Subject;

/** What differs between what two versions pin. */
final class PinDifference {

  private PinDifference() {}

  static List<Change> between(List<VersionPin> before, List<VersionPin> after) {
    List<Change> changes = new ArrayList<>();
    for (Paired<VersionPin> pair : Paired.of(before, after, pin -> pin.kind() + " " + pin.key())) {
      String old = pair.textBefore(PinDifference::text);
      String now = pair.textAfter(PinDifference::text);
      if (!old.equals(now)) {
        var pin = pair.after() == null ? pair.before() : pair.after();
        var place = ChangePlace.contract(pin == null ? pair.key() : pin.key());
        changes.add(Change.of(Subject.PIN, place, old, now));
      }
    }
    return changes;
  }

  private static String text(VersionPin pin) {
    return pin.key() + " #" + pin.number() + " (" + pin.digest().hex().substring(0, 12) + ")";
  }
}
