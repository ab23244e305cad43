package org.rulewright.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;

/** Tells whether a value is of a type as it is, without any conversion. */
final class Conformity {

  private Conformity() {}

  /**
   * Null is of every type; of a list of one item nothing is said, for it may stand for the item.
   */
  static boolean isOf(FactType type, @Nullable Object value) {
    if (value == null) {
      return true;
    }
    return switch (type) {
      case NUMBER ->
          value instanceof BigDecimal || value instanceof Long || value instanceof Integer;
      case TEXT -> value instanceof String;
      case BOOLEAN -> value instanceof Boolean;
      case DATE -> value instanceof LocalDate;
      case TIME -> value instanceof LocalTime || value instanceof OffsetTime;
      case DATE_TIME ->
          value instanceof LocalDateTime
              || value instanceof OffsetDateTime
              || value instanceof ZonedDateTime;
      // the two kinds of durations are told apart by the reference engine
      case DURATION -> false;
      case LIST -> value instanceof List<?> list && list.size() != 1;
      case CONTEXT -> value instanceof Map;
      case ANY -> !(value instanceof Collection<?> list) || list.size() != 1;
    };
  }
}
