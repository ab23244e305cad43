package org.rulewright.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The text forms of dates, times and durations. */
public final class Temporals {

  private static final Pattern YEARS_AND_MONTHS = Pattern.compile("-?P(\\d+Y)?(\\d+M)?");

  private Temporals() {}

  public static Optional<LocalDate> date(String text) {
    return parsed(text, LocalDate::parse);
  }

  /** A time, with an offset if the text has one. */
  public static Optional<Temporal> time(String text) {
    return Temporals.<Temporal>parsed(text, LocalTime::parse)
        .or(() -> parsed(text, OffsetTime::parse));
  }

  /** A date and time, with an offset or a zone ({@code ...@Asia/Shanghai}) if the text has one. */
  public static Optional<Temporal> dateTime(String text) {
    int zone = text.indexOf('@');
    if (zone >= 0) {
      return parsed(
          text,
          it ->
              LocalDateTime.parse(it.substring(0, zone)).atZone(ZoneId.of(it.substring(zone + 1))));
    }
    return Temporals.<Temporal>parsed(text, LocalDateTime::parse)
        .or(() -> parsed(text, OffsetDateTime::parse));
  }

  /** Years and months as a {@link Period}, days and smaller units as a {@link Duration}. */
  public static Optional<TemporalAmount> duration(String text) {
    return YEARS_AND_MONTHS.matcher(text).matches()
        ? parsed(text, Period::parse)
        : parsed(text, Duration::parse);
  }

  /** A duration as XML Schema and FEEL write it: a sign stands before the whole. */
  public static String text(TemporalAmount amount) {
    return switch (amount) {
      case Period months -> months(months.toTotalMonths());
      case Duration duration when duration.isNegative() -> "-" + duration.negated();
      default -> amount.toString();
    };
  }

  private static String months(long months) {
    long years = Math.abs(months / 12);
    long rest = Math.abs(months % 12);
    return months == 0
        ? "P0M"
        : (months < 0 ? "-P" : "P")
            + (years == 0 ? "" : years + "Y")
            + (rest == 0 ? "" : rest + "M");
  }

  private static <T> Optional<T> parsed(String text, Function<String, ? extends T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeException notOfThisForm) {
      return Optional.empty();
    }
  }
}
