package org.rulewright.dmn;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares FEEL values the way the compatibility kit does. */
final class Likeness {

  private static final BigDecimal TOLERANCE = new BigDecimal("1E-8");

  private Likeness() {}

  static boolean alike(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case BigDecimal a when right instanceof BigDecimal b ->
          a.subtract(b).abs().compareTo(TOLERANCE) <= 0;
      case List<?> a when right instanceof List<?> b -> alike(a, b);
      case Map<?, ?> a when right instanceof Map<?, ?> b ->
          a.keySet().equals(b.keySet())
              && a.keySet().stream().allMatch(key -> alike(a.get(key), b.get(key)));
      case Period a when right instanceof Period b -> a.toTotalMonths() == b.toTotalMonths();
      case OffsetDateTime a when right instanceof ZonedDateTime b ->
          a.toInstant().equals(b.toInstant());
      case ZonedDateTime a when right instanceof OffsetDateTime b ->
          a.toInstant().equals(b.toInstant());
      case ZonedDateTime a when right instanceof ZonedDateTime b ->
          a.toInstant().equals(b.toInstant());
      case OffsetTime a when right instanceof OffsetTime b -> a.isEqual(b);
      case LocalTime a when right instanceof LocalTime b -> a.equals(b);
      case null, default -> Objects.equals(left, right);
    };
  }

  private static boolean alike(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!alike(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
