package org.rulewright.value;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A place between two neighbouring values of an order: just below a value or just above it.
 *
 * @param value a {@link BigDecimal} without trailing zeros, or a {@link LocalDate}
 */
record Cut(Object value, boolean above) implements Comparable<Cut> {

  /** Days are counted, so that just above a day is just below the next one: one cut, one form. */
  static Cut of(Object value, boolean above) {
    return switch (value) {
      case LocalDate day when above && !day.equals(LocalDate.MAX) ->
          new Cut(day.plusDays(1), false);
      case LocalDate day -> new Cut(day, above);
      default -> new Cut(Decimals.stripped(value), above);
    };
  }

  @Override
  public int compareTo(Cut other) {
    int order = compare(value, other.value);
    return order != 0 ? order : Boolean.compare(above, other.above);
  }

  /** Whether the cut lies below a value. */
  boolean isBelow(Object other) {
    int order = compare(value, other);
    return order < 0 || order == 0 && !above;
  }

  static int compare(Object left, Object right) {
    return left instanceof LocalDate a && right instanceof LocalDate b
        ? a.compareTo(b)
        : ((BigDecimal) left).compareTo((BigDecimal) right);
  }
}
