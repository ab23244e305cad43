package org.rulewright.ruleset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.expression.Conditions;
import org.rulewright.value.ValueKind;

/** What a rule set says, straight from its definition: no table, no index, no engine. */
public record PlainRuleSet(RuleSetDefinition set) {

  /** The rules that decide, in the order of the answer. */
  public List<Rule> hits(Map<String, ? extends @Nullable Object> facts, LocalDate today) {
    List<Rule> holding =
        set.rules().stream()
            .filter(Rule::enabled)
            .filter(it -> isInForce(it, today))
            .filter(it -> it.when().stream().allMatch(condition -> holds(condition, facts)))
            .toList();
    return switch (set.mode()) {
      case ALL_HITS -> holding;
      case FIRST_HIT -> holding.stream().limit(1).toList();
      case WORST_SEVERITY ->
          holding.stream()
              .min(Comparator.comparingInt(it -> set.severities().indexOf(it.severity())))
              .stream()
              .toList();
    };
  }

  private static boolean isInForce(Rule rule, LocalDate today) {
    var from = rule.from();
    var to = rule.to();
    return (from == null || !today.isBefore(from)) && (to == null || !today.isAfter(to));
  }

  private boolean holds(Condition condition, Map<String, ? extends @Nullable Object> facts) {
    Object value = facts.get(condition.input());
    if (condition.test().contains("\\")) { // a text with quotes in it
      return condition.test().equals(Conditions.literal(value));
    }
    var values = Conditions.read(condition.test(), kind(condition.input())).orElseThrow();
    return value == null ? values.hasNull() : values.contains(value);
  }

  private ValueKind kind(String input) {
    FactType type = set.input(input).orElseThrow().type();
    return switch (type) {
      case NUMBER -> ValueKind.NUMBER;
      case TEXT -> ValueKind.TEXT;
      case DATE -> ValueKind.DATE;
      case BOOLEAN -> ValueKind.BOOLEAN;
      default -> throw new IllegalStateException(type.name());
    };
  }

  /** The result as the standard form has it. */
  public @Nullable Object value(List<Rule> hits) {
    if (hits.isEmpty()) {
      return null;
    }
    List<Map<String, @Nullable Object>> results = new ArrayList<>();
    for (Rule hit : hits) {
      Map<String, @Nullable Object> result = new LinkedHashMap<>();
      result.put("severity", orNull(hit.severity()));
      result.put("reasonCode", orNull(hit.reasonCode()));
      results.add(result);
    }
    return set.mode() == RuleSetMode.ALL_HITS ? results : results.getFirst();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
