package org.rulewright.decisiontable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Formula;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.Trace;

/** What a table answers when no rule matches. */
final class Defaults {

  private static final int[] NO_HITS = {};

  private final TableNames table;
  private final String[] names;

  /** Null unless every output has a default. */
  private final Formula @Nullable [] formulas;

  private final @Nullable Object without;

  Defaults(
      TableNames table,
      TableDefinition definition,
      String[] names,
      Set<String> variables,
      ReferenceEvaluator reference) {
    this.table = table;
    this.names = names;
    List<String> texts =
        definition.outputs().stream()
            .map(OutputClause::defaultText)
            .filter(Objects::nonNull)
            .filter(text -> !text.isEmpty())
            .toList();
    boolean complete = texts.size() == names.length && !definition.rules().isEmpty();
    this.formulas =
        complete
            ? texts.stream()
                .map(text -> Formula.compile(text, variables, reference))
                .toArray(Formula[]::new)
            : null;
    this.without = definition.rules().isEmpty() ? null : without(definition);
  }

  private static @Nullable Object without(TableDefinition definition) {
    if (definition.hitPolicy() != HitPolicy.COLLECT) {
      return null;
    }
    return definition.aggregator() == null
        ? List.of()
        : definition.aggregator() == Aggregator.COUNT ? BigDecimal.ZERO : null;
  }

  /** Whether the answer depends on nothing. */
  boolean isFixed() {
    return formulas == null || Arrays.stream(formulas).allMatch(RuleOutputs::isConstant);
  }

  Outcome evaluate(Map<String, @Nullable Object> variables, OffsetDateTime asOf, boolean traced) {
    if (formulas == null) {
      return decided(without, traced);
    }
    @Nullable Object[] values = new Object[formulas.length];
    for (int i = 0; i < formulas.length; i++) {
      // The reference engine does not report what goes wrong in a default: the value is null.
      values[i] = formulas[i].evaluate(variables, asOf).value();
    }
    if (names.length == 1) {
      return decided(values[0], traced);
    }
    return Arrays.stream(values).anyMatch(Objects::isNull)
        ? new Outcome.Failed(List.of(nullDefault()), trace(null, traced))
        : decided(new OutputContext(names, values), traced);
  }

  private Outcome decided(@Nullable Object value, boolean traced) {
    return new Outcome.Decided(value, trace(value, traced));
  }

  private Trace trace(@Nullable Object value, boolean traced) {
    return traced ? table.trace(NO_HITS, value) : Trace.EMPTY;
  }

  private Diagnostic nullDefault() {
    return Diagnostic.error("table.default-null", Place.of(table.id()), table.name());
  }
}
