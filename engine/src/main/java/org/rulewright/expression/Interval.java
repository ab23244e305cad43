package org.rulewright.expression;

import java.time.Period;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of FEEL as a value, both ends known and of one type.
 *
 * <p>It stays inside an expression: what leaves it as a result is the reference engine's.
 */
record Interval(boolean lowIncluded, Object low, Object high, boolean highIncluded) {

  /** Whether a value lies inside; null for null, {@link Expression#UNDECIDED} for another type. */
  @Nullable Object includes(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    Integer above = Ordering.order(low, value);
    Integer below = Ordering.order(value, high);
    if (above == null || below == null) {
      return Expression.UNDECIDED;
    }
    return (lowIncluded ? above <= 0 : above < 0) && (highIncluded ? below <= 0 : below < 0);
  }

  /** As the reference engine has it: 1 and 1.0 are not the same end; undecided for months. */
  static Object equal(Interval left, Interval right) {
    return left.low instanceof Period || right.low instanceof Period
        ? Expression.UNDECIDED
        : (Object)
            (left.lowIncluded == right.lowIncluded
                && left.highIncluded == right.highIncluded
                && Objects.equals(left.low, right.low)
                && Objects.equals(left.high, right.high));
  }
}
