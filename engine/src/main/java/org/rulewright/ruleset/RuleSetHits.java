package org.rulewright.ruleset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.TraceStep;

/** The rules that hit, as a step of a trace holds them, in the order the set gives them. */
public record RuleSetHits(List<Hit> hits) {

  public RuleSetHits {
    hits = List.copyOf(hits);
  }

  /**
   * A rule that hit.
   *
   * @param rule its id
   * @param severity as it was decided, empty where the rule gave none
   * @param reasonCode as it was decided, empty where the rule gave none
   * @param message as the definition has it
   */
  public record Hit(String rule, String severity, String reasonCode, String message) {}

  /** Reads the step a rule set left; severity and reason are what was decided then. */
  public static RuleSetHits of(RuleSetDefinition set, TraceStep step) {
    List<?> results =
        step.value() instanceof List<?> several
            ? several
            : Optional.ofNullable(step.value()).stream().toList();
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < step.hits().size(); i++) {
      String rule = step.hits().get(i);
      @Nullable Object result = i < results.size() ? results.get(i) : null;
      hits.add(
          new Hit(
              rule,
              text(result, RuleSetDefinition.SEVERITY),
              text(result, RuleSetDefinition.REASON_CODE),
              set.rule(rule).map(Rule::message).orElse("")));
    }
    return new RuleSetHits(hits);
  }

  private static String text(@Nullable Object result, String output) {
    return result instanceof Map<?, ?> context ? Objects.toString(context.get(output), "") : "";
  }

  /** The reason codes in order, each once. */
  public List<String> reasonCodes() {
    return hits.stream().map(Hit::reasonCode).filter(it -> !it.isEmpty()).distinct().toList();
  }

  /** The worst hit, the first of those that are equally bad; empty where no rule hit. */
  public Optional<Hit> worst(RuleSetDefinition set) {
    return hits.stream().min(Comparator.comparingInt(it -> rank(set, it)));
  }

  private static int rank(RuleSetDefinition set, Hit hit) {
    int rank = set.severities().indexOf(hit.severity());
    return rank < 0 ? set.severities().size() : rank;
  }
}
