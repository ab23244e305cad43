package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Formula;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.expression.Expression;
import org.rulewright.expression.Variable;

/** Where an input column has its value from. */
sealed interface ColumnInput {

  static ColumnInput of(Formula formula) {
    if (Validity.isColumn(formula.text())) {
      return new OfDay();
    }
    Expression compiled = formula.compiled().orElse(null);
    return switch (compiled) {
      case null -> new OfReference(formula);
      case Variable(String name) -> new OfVariable(name);
      default -> new OfExpression(compiled);
    };
  }

  /** The value, or {@link Expression#UNDECIDED} where only the careful way tells. */
  @Nullable Object value(Map<String, ? extends @Nullable Object> facts, OffsetDateTime asOf);

  /** A fact as it is. */
  record OfVariable(String name) implements ColumnInput {
    @Override
    public @Nullable Object value(
        Map<String, ? extends @Nullable Object> facts, OffsetDateTime asOf) {
      Object value = facts.get(name);
      return value == null && !facts.containsKey(name) ? Expression.UNDECIDED : value;
    }
  }

  /** The day the decision is made as of. */
  record OfDay() implements ColumnInput {
    @Override
    public Object value(Map<String, ? extends @Nullable Object> facts, OffsetDateTime asOf) {
      return asOf.toLocalDate();
    }
  }

  /** An expression of ours. */
  record OfExpression(Expression expression) implements ColumnInput {
    @Override
    public @Nullable Object value(
        Map<String, ? extends @Nullable Object> facts, OffsetDateTime asOf) {
      return expression.evaluate(facts);
    }
  }

  /** An expression of the reference engine, evaluated once for all cells. */
  record OfReference(Formula formula) implements ColumnInput {
    @Override
    public @Nullable Object value(
        Map<String, ? extends @Nullable Object> facts, OffsetDateTime asOf) {
      ReferenceAnswer answer = formula.evaluate(Collections.unmodifiableMap(facts), asOf);
      return answer.failed() ? Expression.UNDECIDED : answer.value();
    }
  }
}
