package org.rulewright.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;

/**
 * Finds what is wrong with the rules one by one; the place is the set and the rule in it.
 *
 * <p>Rules that are switched off are not looked at. What rules do to each other is found on the
 * table the set is kept in.
 */
public final class RuleSetCheck {

  private RuleSetCheck() {}

  /** Finds rules of unknown severity, without a reason, and without a condition. */
  public static List<Diagnostic> check(RuleSetDefinition set) {
    List<Diagnostic> found = new ArrayList<>();
    for (Rule rule : set.enabledRules()) {
      if (!set.severities().contains(rule.severity())) {
        found.add(
            Diagnostic.error(
                "ruleset.unknown-severity",
                place(set, rule),
                set.name(),
                number(set, rule),
                rule.severity(),
                String.join(", ", set.severities())));
      }
      if (rule.reasonCode().isEmpty()) {
        found.add(
            Diagnostic.error("ruleset.no-reason", place(set, rule), set.name(), number(set, rule)));
      }
      if (rule.when().stream().allMatch(Condition::isAnything)) {
        found.add(
            Diagnostic.warning(
                "ruleset.no-condition", place(set, rule), set.name(), number(set, rule)));
      }
    }
    return found;
  }

  /**
   * Finds rules whose reason the strategy has no words for.
   *
   * @param told the codes its contract has words for
   */
  public static List<Diagnostic> untold(RuleSetDefinition set, Set<String> told) {
    return set.enabledRules().stream()
        .filter(rule -> !rule.reasonCode().isEmpty() && !told.contains(rule.reasonCode()))
        .map(rule ->
            Diagnostic.warning(
                "ruleset.reason-untold",
                place(set, rule),
                set.name(),
                number(set, rule),
                rule.reasonCode()))
        .toList();
  }

  private static Place place(RuleSetDefinition set, Rule rule) {
    return Place.of(set.id(), rule.id());
  }

  private static String number(RuleSetDefinition set, Rule rule) {
    return String.valueOf(set.number(rule.id()));
  }
}
