package org.rulewright.decisiontable;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sums up what the rules of a table that collects gave, as the reference engine does. */
final class Aggregation {

  /** Where the reference engine fails: values that cannot be compared with each other. */
  static final Object INCOMPARABLE = new Object();

  private Aggregation() {}

  static @Nullable Object of(Aggregator aggregator, List<@Nullable Object> values) {
    return switch (aggregator) {
      case SUM -> sum(values);
      // Equal outputs count once, and decimals of another scale are not equal.
      case COUNT -> new BigDecimal(new HashSet<>(values).size());
      case MIN -> extreme(values, 1);
      case MAX -> extreme(values, -1);
    };
  }

  private static @Nullable BigDecimal sum(List<@Nullable Object> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Object value : values) {
      if (!(value instanceof BigDecimal number)) {
        return null;
      }
      sum = sum.add(number);
    }
    return sum;
  }

  private static @Nullable Object extreme(List<@Nullable Object> values, int direction) {
    Object best = values.getFirst();
    if (values.size() == 1) {
      return best == null || best instanceof Comparable || best instanceof Period
          ? best
          : INCOMPARABLE;
    }
    for (Object value : values.subList(1, values.size())) {
      Optional<Integer> order = order(best, value);
      if (order.isEmpty()) {
        return INCOMPARABLE;
      }
      if (order.get() * direction > 0) {
        best = value;
      }
    }
    return best;
  }

  @SuppressWarnings("unchecked") // both are of the same class, which is comparable to itself
  private static Optional<Integer> order(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Period a && right instanceof Period b) {
      return Optional.of(Long.compare(a.toTotalMonths(), b.toTotalMonths()));
    }
    return left instanceof Comparable<?> && right != null && left.getClass() == right.getClass()
        ? Optional.of(
            ((Comparator<Object>) (Comparator<?>) Comparator.naturalOrder()).compare(left, right))
        : Optional.empty();
  }
}
