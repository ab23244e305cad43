package org.rulewright.expression;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.time.temporal.TemporalQueries;
import java.util.regex.Pattern;
import org.rulewright.value.Temporals;

/**
 * Dates, times and durations as FEEL writes them (DMN 1.5, 10.3.4.1), read and written.
 *
 * <p>A text that is none is undecided, and so is a time in a named zone.
 */
final class TemporalTexts {

  private static final Pattern YEAR = Pattern.compile("^-?(([1-9]\\d\\d\\d+)|(0\\d\\d\\d))-");

  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4, 9, SignStyle.NORMAL)
          .appendLiteral('-')
          .appendValue(ChronoField.MONTH_OF_YEAR, 2)
          .appendLiteral('-')
          .appendValue(ChronoField.DAY_OF_MONTH, 2)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendLiteral("@")
          .appendZoneRegionId()
          .optionalEnd()
          .optionalStart()
          .appendOffsetId()
          .optionalEnd()
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DATE)
          .appendLiteral('T')
          .append(TIME)
          .toFormatter();

  private static final DateTimeFormatter IN_A_REGION =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendLiteral("@")
          .appendZoneRegionId()
          .toFormatter();

  private TemporalTexts() {}

  /** What {@code @"..."} means, by the look of the text. */
  static Object literal(String text) {
    int zone = text.indexOf('@');
    String local = zone < 0 ? text : text.substring(0, zone);
    if (local.startsWith("P") || local.startsWith("-P")) {
      return duration(text);
    }
    if (local.contains("T")) {
      return dateTime(text);
    }
    return local.contains(":")
        ? time(text)
        : local.contains("-") ? date(text) : Expression.UNDECIDED;
  }

  static Object date(String text) {
    try {
      return YEAR.matcher(text).find() ? LocalDate.from(DATE.parse(text)) : Expression.UNDECIDED;
    } catch (DateTimeException noDate) {
      return Expression.UNDECIDED;
    }
  }

  static Object time(String text) {
    try {
      TemporalAccessor parsed = TIME.parse(text);
      if (parsed.query(TemporalQueries.offset()) != null) {
        return OffsetTime.from(parsed);
      }
      return parsed.query(TemporalQueries.zone()) == null
          ? LocalTime.from(parsed)
          : Expression.UNDECIDED;
    } catch (DateTimeException noTime) {
      return Expression.UNDECIDED;
    }
  }

  static Object dateTime(String text) {
    try {
      if (!YEAR.matcher(text).find()) {
        return Expression.UNDECIDED;
      }
      return text.contains("T")
          ? DATE_TIME.parseBest(
              text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from)
          : DateTimeFormatter.ISO_DATE.parse(text, LocalDate::from).atStartOfDay();
    } catch (DateTimeException noDateTime) {
      return Expression.UNDECIDED;
    }
  }

  static Object duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException noDaysOrHours) {
      try {
        return Period.parse(text).normalized();
      } catch (DateTimeException | ArithmeticException noDuration) {
        return Expression.UNDECIDED;
      }
    }
  }

  static Object write(Temporal value) {
    try {
      return switch (value) {
        case LocalDate date -> DATE.format(date);
        case LocalTime time -> TIME.format(time);
        case OffsetTime time -> TIME.format(time);
        case ZonedDateTime it when !(it.getZone() instanceof ZoneOffset) -> IN_A_REGION.format(it);
        case LocalDateTime _, OffsetDateTime _, ZonedDateTime _ -> DATE_TIME.format(value);
        default -> Expression.UNDECIDED;
      };
    } catch (DateTimeException yearBeyondWriting) {
      return Expression.UNDECIDED;
    }
  }

  /** Months are written as years and months; a part of a second is left to the reference engine. */
  static Object write(TemporalAmount value) {
    return switch (value) {
      case Duration duration when duration.getNano() == 0 -> write(duration.getSeconds());
      case Period period -> Temporals.text(period);
      default -> Expression.UNDECIDED;
    };
  }

  private static String write(long seconds) {
    if (seconds == 0) {
      return "PT0S";
    }
    long days = Math.abs(seconds / 86_400);
    long hours = Math.abs(seconds % 86_400 / 3_600);
    long minutes = Math.abs(seconds % 3_600 / 60);
    long rest = Math.abs(seconds % 60);
    String time =
        (hours == 0 ? "" : hours + "H")
            + (minutes == 0 ? "" : minutes + "M")
            + (rest == 0 ? "" : rest + "S");
    return (seconds < 0 ? "-P" : "P")
        + (days == 0 ? "" : days + "D")
        + (time.isEmpty() ? "" : "T" + time);
  }
}
