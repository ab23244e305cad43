package org.rulewright.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code if ... then ... else ...} on a condition that is a boolean. */
record Choice(Expression condition, Expression then, Expression otherwise) implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    return condition.evaluate(variables) instanceof Boolean yes
        ? (yes ? then : otherwise).evaluate(variables)
        : UNDECIDED;
  }
}
