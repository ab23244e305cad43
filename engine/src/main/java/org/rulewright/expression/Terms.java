package org.rulewright.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what is the same for all variables a constant. */
public final class Terms {

  private Terms() {}

  /** A literal in the text, or what a term of constants only comes to. */
  public static Expression folded(Expression term, List<Expression> parts) {
    if (!parts.stream().allMatch(Expression::isConstant)) {
      return term;
    }
    Object value =
        ScopedValue.where(Running.CURRENT, Running.NONE).call(() -> term.evaluate(Map.of()));
    return value == Expression.UNDECIDED ? term : new Expression.Constant(value);
  }

  /** What {@code @"..."} means; empty for a time in a named zone, and for what is no time. */
  public static Optional<Expression> atLiteral(String text) {
    Object value = TemporalTexts.literal(text);
    return value == Expression.UNDECIDED
        ? Optional.empty()
        : Optional.of(new Expression.Constant(value));
  }
}
