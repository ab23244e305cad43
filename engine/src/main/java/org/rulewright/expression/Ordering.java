package org.rulewright.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order of values that have one, as the reference engine has it: times to the second. */
final class Ordering {

  private Ordering() {}

  /** The order of two values of one type that has an order, else null. */
  static @Nullable Integer order(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case BigDecimal a when right instanceof BigDecimal b -> a.compareTo(b);
      case String a when right instanceof String b -> a.compareTo(b);
      case LocalDate a when right instanceof LocalDate b -> a.compareTo(b);
      case Duration a when right instanceof Duration b -> a.compareTo(b);
      case Period a when right instanceof Period b ->
          Long.compare(a.toTotalMonths(), b.toTotalMonths());
      case Temporal a when isTime(a) && right instanceof Temporal b && isTime(b) ->
          Integer.compare(second(a), second(b));
      case Temporal a when isDateTime(a) && right instanceof Temporal b && isDateTime(b) ->
          Long.compare(second(a, zone(b)), second(b, zone(a)));
      case null, default -> null;
    };
  }

  /** Whether we know all the reference engine does with a value of this Java type. */
  static boolean isKnown(@Nullable Object value) {
    return value == null
        || value instanceof BigDecimal
        || value instanceof String
        || value instanceof Boolean
        || value instanceof LocalDate
        || value instanceof Duration
        || value instanceof Period
        || value instanceof List
        || value instanceof Map
        || value instanceof Interval
        || value instanceof Temporal it && (isTime(it) || isDateTime(it));
  }

  static boolean isTime(Object value) {
    return value instanceof LocalTime || value instanceof OffsetTime;
  }

  static boolean isDateTime(Object value) {
    return value instanceof LocalDateTime
        || value instanceof ZonedDateTime
        || value instanceof OffsetDateTime;
  }

  private static @Nullable ZoneId zone(Temporal value) {
    return value.query(TemporalQueries.zone());
  }

  /** The second of the day as written; the offset does not count. */
  private static int second(Temporal time) {
    LocalTime local = time instanceof OffsetTime it ? it.toLocalTime() : (LocalTime) time;
    return local.toSecondOfDay();
  }

  /** The second of the epoch; a value without a zone is in that of the other, or in UTC. */
  private static long second(Temporal value, @Nullable ZoneId other) {
    return switch (value) {
      case ZonedDateTime it -> it.toEpochSecond();
      case OffsetDateTime it -> it.toEpochSecond();
      case LocalDateTime it -> it.atZone(other == null ? ZoneOffset.UTC : other).toEpochSecond();
      default -> throw new IllegalArgumentException("not a date and time");
    };
  }
}
