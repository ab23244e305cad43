package org.rulewright.dmn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.decisiontable.analysis.Finding;
import org.rulewright.decisiontable.analysis.TableAnalysis;
import org.rulewright.ruleset.RuleSetDefinition;

/**
 * What the analysis of its table says about a rule set, in the words of rules: those that are the
 * same, and those that can never fire.
 *
 * <p>That no rule holds is what a rule set says of most applicants, so gaps are nothing wrong.
 */
public final class RuleSetFindings {

  private RuleSetFindings() {}

  /**
   * Returns what is wrong, in the order it was found.
   *
   * @param analysis of the table of the set's decision
   */
  public static List<ModelFinding> of(RuleSetDefinition set, TableAnalysis analysis) {
    return analysis.findings().stream().flatMap(it -> found(set, it).stream()).toList();
  }

  private static Optional<ModelFinding> found(RuleSetDefinition set, Finding finding) {
    var rule = finding.rules().isEmpty() ? "" : finding.rules().getLast();
    return said(set, finding)
        .map(it ->
            new ModelFinding(
                it,
                finding.example(),
                it.code().startsWith("ruleset.") ? List.of(without(set, rule)) : List.of()));
  }

  /** A rule that never fires, or fires with another that says the same, can go. */
  private static ModelFix without(RuleSetDefinition set, String rule) {
    var kept = set.rules().stream().filter(it -> !it.id().equals(rule)).toList();
    var better =
        new RuleSetDefinition(
            set.id(), set.name(), set.mode(), set.severities(), set.inputs(), kept);
    return new ModelFix(
        "check.fix.remove",
        List.of(String.valueOf(set.number(rule))),
        model -> RuleSetForm.put(model, better));
  }

  private static Optional<Diagnostic> said(RuleSetDefinition set, Finding finding) {
    return switch (finding.code()) {
      case "check.duplicate" -> Optional.of(pair("ruleset.duplicate", set, finding));
      case "check.contradiction", "check.never-reached-twin", "check.unreachable" ->
          Optional.of(pair("ruleset.never-fires", set, finding));
      case "check.impossible" ->
          Optional.of(
              warning(
                  "ruleset.impossible", set, finding, finding.diagnostic().arguments().getLast()));
      case "check.limit-pairs", "check.limit-pairs-listed", "check.limit-reach" ->
          Optional.of(finding.diagnostic());
      default -> Optional.empty();
    };
  }

  private static Diagnostic pair(String code, RuleSetDefinition set, Finding finding) {
    var others =
        finding.rules().stream()
            .limit(finding.rules().size() - 1L)
            .map(it -> String.valueOf(set.number(it)))
            .collect(Collectors.joining(", "));
    return warning(code, set, finding, others);
  }

  /** The rule a finding is about is its last one. */
  private static Diagnostic warning(
      String code, RuleSetDefinition set, Finding finding, String more) {
    var rule = finding.rules().getLast();
    return Diagnostic.warning(
        code, Place.of(set.id(), rule), set.name(), String.valueOf(set.number(rule)), more);
  }
}
