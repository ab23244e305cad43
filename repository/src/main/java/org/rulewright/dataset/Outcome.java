package org.rulewright.dataset;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which column tells what became of a case, and what counts as bad.
 *
 * @param badValues values as text, as {@link #text} makes them; any other value present is good
 * @param windowMonths within how many months after the decision it was observed, null if unknown
 * @param revision counted from 1 within the data set
 */
public record Outcome(
    String column,
    Set<String> badValues,
    @Nullable Integer windowMonths,
    String description,
    int revision,
    String definedByName,
    Instant definedAt) {

  public Outcome {
    badValues = Set.copyOf(new TreeSet<>(badValues));
  }

  /** True when bad, false when good, null when the outcome is not known. */
  public @Nullable Boolean isBad(@Nullable Object value) {
    return value == null ? null : badValues.contains(text(value));
  }

  /** The text by which a value of a row is compared with the bad ones. */
  public static String text(Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString();
  }
}
