package org.rulewright.dataset.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one column over all rows.
 *
 * @param distinct how many different values there are, within about two per cent
 * @param minimum smallest value as text, null when all are missing or the type has no order
 * @param mean mean of the numbers, null for other types
 * @param quantiles about the 5, 25, 50, 75 and 95 % points of the numbers, else empty
 * @param frequent the most frequent values of a text or boolean, else empty
 */
public record ColumnStatistics(
    Column column,
    long rows,
    long missing,
    long distinct,
    @Nullable String minimum,
    @Nullable String maximum,
    @Nullable Double mean,
    @Nullable Double deviation,
    List<Double> quantiles,
    List<Frequency> frequent) {

  /** A value and in how many rows it stands. */
  public record Frequency(String value, long rows) {}
}
