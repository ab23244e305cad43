package org.rulewright.parity;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Outcome;

/**
 * Compares outcomes as the compatibility kit of DMN does, but numbers exactly unless a tolerance is
 * given; notes by how much numbers differ.
 */
final class Agreement {

  private final BigDecimal tolerance;
  private @Nullable BigDecimal smallest;
  private @Nullable BigDecimal largest;

  Agreement(BigDecimal tolerance) {
    this.tolerance = tolerance;
  }

  boolean of(Outcome ours, Outcome theirs) {
    return switch (ours) {
      case Outcome.Failed _ -> theirs instanceof Outcome.Failed;
      case Outcome.Decided(var value, _) ->
          theirs instanceof Outcome.Decided(var other, _) && alike(value, other);
    };
  }

  @Nullable BigDecimal smallest() {
    return smallest;
  }

  @Nullable BigDecimal largest() {
    return largest;
  }

  private boolean alike(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case BigDecimal a when right instanceof BigDecimal b -> alike(a, b);
      case List<?> a when right instanceof List<?> b -> alike(a, b);
      case Map<?, ?> a when right instanceof Map<?, ?> b -> alike(a, b);
      case Period a when right instanceof Period b -> a.toTotalMonths() == b.toTotalMonths();
      case OffsetDateTime a when right instanceof ZonedDateTime b ->
          a.toInstant().equals(b.toInstant());
      case ZonedDateTime a when right instanceof OffsetDateTime b ->
          a.toInstant().equals(b.toInstant());
      case ZonedDateTime a when right instanceof ZonedDateTime b ->
          a.toInstant().equals(b.toInstant());
      case OffsetTime a when right instanceof OffsetTime b -> a.isEqual(b);
      case null, default -> Objects.equals(left, right);
    };
  }

  private boolean alike(BigDecimal left, BigDecimal right) {
    var distance = left.subtract(right).abs();
    if (distance.compareTo(tolerance) <= 0) {
      return true;
    }
    smallest = smallest == null ? distance : smallest.min(distance);
    largest = largest == null ? distance : largest.max(distance);
    return false;
  }

  private boolean alike(List<?> left, List<?> right) {
    boolean alike = left.size() == right.size();
    for (int i = 0; alike && i < left.size(); i++) {
      alike = alike(left.get(i), right.get(i));
    }
    return alike;
  }

  private boolean alike(Map<?, ?> left, Map<?, ?> right) {
    return left.keySet().equals(right.keySet())
        && left.entrySet().stream()
            .allMatch(entry -> alike(entry.getValue(), right.get(entry.getKey())));
  }
}
