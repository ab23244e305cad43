package org.rulewright.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An interval of numbers or dates; an end that is null is unbounded.
 *
 * @param low a {@link BigDecimal} or a {@link LocalDate}
 * @param high of the same type as {@code low}
 */
public record Range(
    @Nullable Object low, boolean lowIncluded, @Nullable Object high, boolean highIncluded) {

  public static Range below(Object high) {
    return new Range(null, false, high, false);
  }

  public static Range atMost(Object high) {
    return new Range(null, false, high, true);
  }

  public static Range above(Object low) {
    return new Range(low, false, null, false);
  }

  public static Range atLeast(Object low) {
    return new Range(low, true, null, false);
  }

  /** From the first, included, up to the second, excluded. */
  public static Range between(Object low, Object high) {
    return new Range(low, true, high, false);
  }

  /** Whether the range is one value. */
  public boolean isPoint() {
    return low != null && lowIncluded && highIncluded && low.equals(high);
  }
}
