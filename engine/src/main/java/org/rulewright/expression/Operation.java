package org.rulewright.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An infix operation. */
public record Operation(Operator operator, Expression left, Expression right)
    implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object first = left.evaluate(variables);
    if (first == UNDECIDED) {
      return UNDECIDED;
    }
    if (first instanceof Boolean known && decides(known)) {
      return known;
    }
    Object second = right.evaluate(variables);
    return second == UNDECIDED ? UNDECIDED : operator.apply(first, second);
  }

  /** The reference engine does not look at the right side then, not even for errors. */
  private boolean decides(boolean known) {
    return operator == Operator.AND ? !known : operator == Operator.OR && known;
  }
}
