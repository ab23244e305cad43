package org.rulewright.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code x between a and b}, both ends included. */
public record Between(Expression value, Expression low, Expression high) implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object tested = value.evaluate(variables);
    Integer above = Ordering.order(low.evaluate(variables), tested);
    Integer below = Ordering.order(tested, high.evaluate(variables));
    return above == null || below == null ? UNDECIDED : (Object) (above <= 0 && below <= 0);
  }
}
