package org.rulewright.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code if ... then ... else ...}: whatever is not true leads to the second way. */
public record Choice(Expression condition, Expression then, Expression otherwise)
    implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object yes = condition.evaluate(variables);
    return yes == UNDECIDED
        ? UNDECIDED
        : (Boolean.TRUE.equals(yes) ? then : otherwise).evaluate(variables);
  }
}
