package org.rulewright.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A boxed conditional, whose condition must be a truth value or null. */
public record BoxedChoice(Expression condition, Expression then, Expression otherwise)
    implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object yes = condition.evaluate(variables);
    return yes == null || yes instanceof Boolean
        ? (Boolean.TRUE.equals(yes) ? then : otherwise).evaluate(variables)
        : UNDECIDED;
  }
}
