package org.rulewright.ruleset;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rules of the form "when these conditions hold, then this severity, for this reason".
 *
 * <p>Its result is a context of {@link #SEVERITY} and {@link #REASON_CODE}, or with {@link
 * RuleSetMode#ALL_HITS} a list of them; null where no rule holds.
 *
 * @param id of the decision it is
 * @param name of that decision
 * @param severities every severity a rule may have, the worst first
 */
public record RuleSetDefinition(
    String id,
    String name,
    RuleSetMode mode,
    List<String> severities,
    List<RuleInput> inputs,
    List<Rule> rules) {

  /** Name of the first output. */
  public static final String SEVERITY = "severity";

  /** Name of the second output. */
  public static final String REASON_CODE = "reasonCode";

  /** The severities where the author gives none, the worst first. */
  public static final List<String> SEVERITIES = List.of("DECLINE", "REFER", "WARNING", "INFO");

  public RuleSetDefinition {
    severities = severities.stream().map(String::strip).toList();
    inputs = List.copyOf(inputs);
    rules = List.copyOf(rules);
    if (severities.isEmpty() || severities.contains("") || !areDistinct(severities)) {
      throw new IllegalArgumentException("severities are named, and each once: " + severities);
    }
    if (!areDistinct(inputs.stream().map(RuleInput::expression).toList())) {
      throw new IllegalArgumentException("an input of rule set `" + name + "` is there twice");
    }
    if (!areDistinct(rules.stream().map(Rule::id).toList())) {
      throw new IllegalArgumentException("two rules of rule set `" + name + "` have one id");
    }
    Set<String> known = inputs.stream().map(RuleInput::expression).collect(Collectors.toSet());
    for (Rule rule : rules) {
      for (Condition condition : rule.when()) {
        if (!known.contains(condition.input())) {
          throw new IllegalArgumentException(
              "rule `" + rule.id() + "` tests `" + condition.input() + "`, which is no input");
        }
      }
    }
  }

  private static boolean areDistinct(List<String> texts) {
    return new HashSet<>(texts).size() == texts.size();
  }

  /** Finds a rule. */
  public Optional<Rule> rule(String ruleId) {
    return rules.stream().filter(it -> it.id().equals(ruleId)).findFirst();
  }

  /** The place of a rule as people count, from 1; 0 where it is none of the set's. */
  public int number(String ruleId) {
    return IntStream.range(0, rules.size())
            .filter(i -> rules.get(i).id().equals(ruleId))
            .findFirst()
            .orElse(-1)
        + 1;
  }

  /** Finds an input by its expression. */
  public Optional<RuleInput> input(String expression) {
    return inputs.stream().filter(it -> it.expression().equals(expression)).findFirst();
  }

  /** The rules that decide. */
  public List<Rule> enabledRules() {
    return rules.stream().filter(Rule::enabled).toList();
  }

  /** The same set with other rules. */
  public RuleSetDefinition with(List<Rule> changed) {
    return new RuleSetDefinition(id, name, mode, severities, inputs, changed);
  }
}
