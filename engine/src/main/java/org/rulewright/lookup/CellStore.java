package org.rulewright.lookup;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;

/** The cells of one column in arrays, without an object for each. */
sealed interface CellStore permits TextStore, NumberStore, DayStore, FlagStore {

  static CellStore of(FactType type) {
    return switch (type) {
      case TEXT -> new TextStore();
      case NUMBER -> new NumberStore();
      case DATE -> new DayStore();
      case BOOLEAN -> new FlagStore();
      case TIME, DATE_TIME, DURATION, LIST, CONTEXT, ANY ->
          throw new IllegalArgumentException("no column of a look-up table holds " + type);
    };
  }

  void add(@Nullable Object value);

  @Nullable Object get(int row);

  /** Whether the cell is the value, numbers without regard to their scale. */
  boolean holds(int row, Object value);

  /** Gives back the room that was kept for more rows. */
  void trim();

  /** About how many bytes of memory the column takes. */
  long bytes();

  /** A hash that is the same for equal numbers of different scale. */
  static int hash(Object value) {
    return value instanceof BigDecimal number
        ? Double.hashCode(number.doubleValue())
        : value.hashCode();
  }

  /** How long an array becomes that has to hold one more. */
  static int grown(int length) {
    return Math.max(64, length + (length >> 1));
  }
}
