package org.rulewright.decision;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;
import org.rulewright.value.Temporals;

/** Reads a value as JSON delivers it into the type a fact is declared with. */
final class FactReader {

  private FactReader() {}

  /** The typed value, or empty when the value is not of the type. */
  static Optional<Object> read(FactType type, Object raw) {
    return switch (type) {
      case NUMBER -> raw instanceof Number number ? number(number) : Optional.empty();
      case TEXT ->
          raw instanceof CharSequence text ? Optional.of(text.toString()) : Optional.empty();
      case BOOLEAN -> raw instanceof Boolean ? Optional.of(raw) : Optional.empty();
      case DATE -> date(raw);
      case TIME -> time(raw);
      case DATE_TIME -> dateTime(raw);
      case DURATION -> duration(raw);
      case LIST ->
          raw instanceof Collection<?> list ? Optional.ofNullable(any(list)) : Optional.empty();
      case CONTEXT ->
          raw instanceof Map<?, ?> map ? Optional.ofNullable(any(map)) : Optional.empty();
      case ANY -> Optional.ofNullable(any(raw));
    };
  }

  /** Equality that does not depend on the scale of a decimal. */
  static boolean same(Object left, Object right) {
    return left instanceof BigDecimal a && right instanceof BigDecimal b
        ? a.compareTo(b) == 0
        : left.equals(right);
  }

  private static Optional<Object> number(Number number) {
    return Decimals.of(number).map(Object.class::cast);
  }

  private static Optional<Object> date(Object raw) {
    return raw instanceof LocalDate
        ? Optional.of(raw)
        : raw instanceof String text
            ? Temporals.date(text).map(Object.class::cast)
            : Optional.empty();
  }

  private static Optional<Object> time(Object raw) {
    return raw instanceof LocalTime || raw instanceof OffsetTime
        ? Optional.of(raw)
        : raw instanceof String text
            ? Temporals.time(text).map(Object.class::cast)
            : Optional.empty();
  }

  private static Optional<Object> dateTime(Object raw) {
    return raw instanceof LocalDateTime
            || raw instanceof OffsetDateTime
            || raw instanceof ZonedDateTime
        ? Optional.of(raw)
        : raw instanceof String text
            ? Temporals.dateTime(text).map(Object.class::cast)
            : Optional.empty();
  }

  private static Optional<Object> duration(Object raw) {
    return raw instanceof Duration || raw instanceof Period
        ? Optional.of((TemporalAmount) raw)
        : raw instanceof String text
            ? Temporals.duration(text).map(Object.class::cast)
            : Optional.empty();
  }

  private static @Nullable Object any(@Nullable Object raw) {
    return switch (raw) {
      case Number number -> number(number).orElse(null);
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        map.forEach((key, value) -> context.put(String.valueOf(key), any(value)));
        yield context;
      }
      case Collection<?> collection -> {
        List<@Nullable Object> list = new ArrayList<>();
        collection.forEach(element -> list.add(any(element)));
        yield list;
      }
      case null -> null;
      default -> raw;
    };
  }
}
