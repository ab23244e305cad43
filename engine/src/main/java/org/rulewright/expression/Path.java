package org.rulewright.expression;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/** One entry of a context, one part of a date or a duration, or those of all items of a list. */
public record Path(Expression base, String name) implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object found = base.evaluate(variables);
    if (found == null && base instanceof LookupCall) {
      return null; // a row that is missing has no column, as nothing has a property in FEEL
    }
    if (!(found instanceof List<?> list)) {
      return part(found);
    }
    List<@Nullable Object> parts = new ArrayList<>(list.size());
    for (Object item : list) {
      Object part = part(item);
      if (part == UNDECIDED) {
        return UNDECIDED;
      }
      parts.add(part);
    }
    return parts;
  }

  private @Nullable Object part(@Nullable Object of) {
    return Decimals.coerced(
        switch (of) {
          case Map<?, ?> context -> {
            Object value = context.get(name);
            yield value != null || context.containsKey(name) ? value : UNDECIDED;
          }
          case Duration duration -> part(duration);
          case Period period -> part(period);
          case LocalDate date -> part(date);
          case LocalTime time -> part(time);
          case OffsetTime time -> zoned(time);
          case LocalDateTime value -> part(value);
          case ZonedDateTime value -> zoned(value);
          case OffsetDateTime value -> zoned(value);
          case Interval interval -> part(interval);
          case null, default -> UNDECIDED;
        });
  }

  private Object part(Duration duration) {
    return switch (name) {
      case "days" -> duration.toDays();
      case "hours" -> duration.toHours() % 24;
      case "minutes" -> duration.toMinutes() % 60;
      case "seconds" -> duration.getSeconds() % 60;
      case "value" -> duration.getSeconds();
      default -> UNDECIDED;
    };
  }

  private Object part(Period period) {
    return switch (name) {
      case "years" -> period.getYears();
      case "months" -> period.getMonths() % 12;
      case "value" -> period.toTotalMonths();
      default -> UNDECIDED;
    };
  }

  private Object part(Temporal value) {
    ChronoField field =
        switch (name) {
          case "year" -> ChronoField.YEAR;
          case "month" -> ChronoField.MONTH_OF_YEAR;
          case "day" -> ChronoField.DAY_OF_MONTH;
          case "weekday" -> ChronoField.DAY_OF_WEEK;
          case "hour" -> ChronoField.HOUR_OF_DAY;
          case "minute" -> ChronoField.MINUTE_OF_HOUR;
          case "second" -> ChronoField.SECOND_OF_MINUTE;
          default -> null;
        };
    return field != null && value.isSupported(field) ? value.get(field) : UNDECIDED;
  }

  private Object zoned(Temporal value) {
    return name.equals("time offset")
        ? Duration.ofSeconds(value.get(ChronoField.OFFSET_SECONDS))
        : part(value);
  }

  private Object part(Interval interval) {
    return switch (name) {
      case "start" -> interval.low();
      case "end" -> interval.high();
      case "start included" -> interval.lowIncluded();
      case "end included" -> interval.highIncluded();
      default -> UNDECIDED;
    };
  }
}
