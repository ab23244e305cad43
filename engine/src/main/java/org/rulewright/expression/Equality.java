package org.rulewright.expression;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Equality as the reference engine has it: a list of one item equals the item. */
final class Equality {

  private Equality() {}

  /** True, false, null for values of types that cannot be compared, or undecided. */
  static @Nullable Object equal(@Nullable Object left, @Nullable Object right) {
    return left == null || right == null
        ? (Object) (left == right)
        : equalItems(unwrapped(left, right), unwrapped(right, left));
  }

  /** Whether an item is among others: texts must be the same, all else equal. */
  static @Nullable Object same(@Nullable Object value, @Nullable Object item) {
    if (value == null || item == null) {
      return value == item;
    }
    if (value instanceof String) {
      return Ordering.isKnown(item) ? (Object) value.equals(item) : Expression.UNDECIDED;
    }
    Object equal = equal(value, item);
    return equal == Expression.UNDECIDED ? equal : Boolean.TRUE.equals(equal);
  }

  private static @Nullable Object unwrapped(Object value, Object other) {
    return value instanceof List<?> list && list.size() == 1 && !(other instanceof Collection)
        ? list.getFirst()
        : value;
  }

  private static @Nullable Object equalItems(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return false;
    }
    Integer order = Ordering.order(left, right);
    if (order != null) {
      return order == 0;
    }
    if (left instanceof Boolean && right instanceof Boolean) {
      return left.equals(right);
    }
    if (left instanceof Interval a && right instanceof Interval b) {
      return Interval.equal(a, b);
    }
    if (left instanceof List && right instanceof List) {
      return isPlain(left) && isPlain(right) ? (Object) left.equals(right) : Expression.UNDECIDED;
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return isPlain(a) && isPlain(b) ? (Object) equalEntries(a, b) : Expression.UNDECIDED;
    }
    return Ordering.isKnown(left) && Ordering.isKnown(right) ? null : Expression.UNDECIDED;
  }

  /** An entry that is null equals one that is missing. */
  private static boolean equalEntries(Map<?, ?> left, Map<?, ?> right) {
    return left.size() == right.size()
        && left.keySet().stream().allMatch(key -> Objects.equals(left.get(key), right.get(key)));
  }

  /** Whether all that is inside has the equality of Java in the reference engine, too. */
  static boolean isPlain(@Nullable Object value) {
    return switch (value) {
      case Collection<?> list -> list.stream().allMatch(Equality::isPlain);
      case Map<?, ?> context -> context.values().stream().allMatch(Equality::isPlain);
      case Interval _, Period _ -> false;
      case BigDecimal _ -> true;
      case null, default -> Ordering.isKnown(value);
    };
  }
}
