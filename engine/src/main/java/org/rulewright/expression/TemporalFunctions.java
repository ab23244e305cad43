package org.rulewright.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Built-in functions of dates, times and durations. */
final class TemporalFunctions {

  static final Map<String, BuiltIn> ALL =
      Map.ofEntries(
          Map.entry("date", guarded(TemporalFunctions::date)),
          Map.entry("time", guarded(TemporalFunctions::time)),
          Map.entry("date and time", guarded(TemporalFunctions::dateTime)),
          Map.entry("duration", guarded(TemporalFunctions::duration)),
          Map.entry("years and months duration", guarded(TemporalFunctions::months)),
          Map.entry(
              "day of week",
              ofDay(it -> it.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))),
          Map.entry(
              "month of year",
              ofDay(it -> it.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH))),
          Map.entry("day of year", ofDay(it -> BigDecimal.valueOf(it.getDayOfYear()))),
          Map.entry(
              "week of year",
              ofDay(it -> BigDecimal.valueOf(it.get(WeekFields.ISO.weekOfWeekBasedYear())))),
          Map.entry("now", clock(it -> it.asOf().toZonedDateTime())),
          Map.entry("today", clock(it -> it.asOf().toLocalDate())));

  private TemporalFunctions() {}

  private static BuiltIn guarded(BuiltIn function) {
    return arguments -> {
      try {
        return function.call(arguments);
      } catch (DateTimeException | ArithmeticException noSuchTime) {
        return Expression.UNDECIDED;
      }
    };
  }

  private static BuiltIn clock(Function<Running, Object> reading) {
    return arguments -> {
      Running running = Running.current();
      return arguments.length == 0 && running != null
          ? reading.apply(running)
          : Expression.UNDECIDED;
    };
  }

  private static BuiltIn ofDay(Function<LocalDate, Object> function) {
    return arguments ->
        arguments.length == 1
                && arguments[0] instanceof Temporal it
                && it.isSupported(ChronoField.DAY_OF_YEAR)
            ? function.apply(LocalDate.from(it))
            : Expression.UNDECIDED;
  }

  private static Object date(@Nullable Object[] arguments) {
    if (arguments.length == 1) {
      return switch (arguments[0]) {
        case String text -> TemporalTexts.date(text);
        case Temporal it when it.isSupported(ChronoUnit.DAYS) -> LocalDate.from(it);
        case null, default -> Expression.UNDECIDED;
      };
    }
    return arguments.length == 3 && areNumbers(arguments, 3)
        ? LocalDate.of(whole(arguments[0]), whole(arguments[1]), whole(arguments[2]))
        : Expression.UNDECIDED;
  }

  private static Object time(@Nullable Object[] arguments) {
    if (arguments.length == 1) {
      return switch (arguments[0]) {
        case String text -> TemporalTexts.time(text);
        case LocalTime time -> time;
        case LocalDateTime it -> it.toLocalTime();
        case null, default -> Expression.UNDECIDED;
      };
    }
    if (arguments.length != 3 && arguments.length != 4 || !areNumbers(arguments, 3)) {
      return Expression.UNDECIDED;
    }
    LocalTime time =
        LocalTime.of(
            whole(arguments[0]), whole(arguments[1]), whole(arguments[2]), nanos(arguments[2]));
    if (arguments.length == 3) {
      return time;
    }
    return switch (arguments[3]) {
      case null -> time;
      case Duration offset -> time.atOffset(ZoneOffset.ofTotalSeconds((int) offset.getSeconds()));
      default -> Expression.UNDECIDED;
    };
  }

  private static Object dateTime(@Nullable Object[] arguments) {
    if (arguments.length == 1) {
      return arguments[0] instanceof String text
          ? TemporalTexts.dateTime(text)
          : Expression.UNDECIDED;
    }
    if (arguments.length == 2
        && arguments[0] instanceof Temporal day
        && day.isSupported(ChronoUnit.DAYS)) {
      LocalDate date = LocalDate.from(day);
      return switch (arguments[1]) {
        case LocalTime time -> date.atTime(time);
        case OffsetTime time -> ZonedDateTime.of(date, time.toLocalTime(), time.getOffset());
        case null, default -> Expression.UNDECIDED;
      };
    }
    return arguments.length == 6 && areNumbers(arguments, 6)
        ? LocalDateTime.of(
            whole(arguments[0]),
            whole(arguments[1]),
            whole(arguments[2]),
            whole(arguments[3]),
            whole(arguments[4]),
            whole(arguments[5]))
        : Expression.UNDECIDED;
  }

  private static Object duration(@Nullable Object[] arguments) {
    if (arguments.length != 1) {
      return Expression.UNDECIDED;
    }
    return switch (arguments[0]) {
      case String text -> TemporalTexts.duration(text);
      case TemporalAmount amount -> amount;
      case null, default -> Expression.UNDECIDED;
    };
  }

  private static Object months(@Nullable Object[] arguments) {
    return arguments.length == 2
            && arguments[0] instanceof Temporal from
            && arguments[1] instanceof Temporal to
            && from.isSupported(ChronoUnit.DAYS)
            && to.isSupported(ChronoUnit.DAYS)
        ? Period.between(LocalDate.from(from), LocalDate.from(to)).withDays(0)
        : Expression.UNDECIDED;
  }

  private static boolean areNumbers(@Nullable Object[] arguments, int count) {
    for (int i = 0; i < count; i++) {
      if (!(arguments[i] instanceof BigDecimal)) {
        return false;
      }
    }
    return true;
  }

  private static int whole(@Nullable Object number) {
    return number instanceof BigDecimal it ? it.intValue() : 0;
  }

  private static int nanos(@Nullable Object seconds) {
    return seconds instanceof BigDecimal it
        ? it.subtract(it.setScale(0, RoundingMode.DOWN))
            .multiply(BigDecimal.valueOf(1_000_000_000))
            .intValue()
        : 0;
  }
}
