package org.rulewright.dataset.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and date-times of the common forms.
 *
 * <p>Two-digit years lie in 1950-2049, which fits loan files from the 1960s on. A date of three
 * short numbers is taken only when the column says which comes first or only one reading exists.
 */
final class DateText {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})日?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern NAMED_MONTH =
      Pattern.compile("(\\d{1,2})[- /]([A-Za-z]{3,9})[- /,]+(\\d{4}|\\d{2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?(?: ?([AaPp][Mm]))?");
  private static final Pattern CHINESE_TIME =
      Pattern.compile("(\\d{1,2})[时点](\\d{1,2})分(?:(\\d{1,2})秒)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int FIRST_SHORT_YEAR = 1950;
  private static final int LONGEST = 40;

  private DateText() {}

  static Cell readDate(String text, @Nullable DayOrder order) {
    var whole = read(text, order);
    if (!(whole instanceof Cell.Value(LocalDateTime moment))) {
      return whole instanceof Cell.Wrong(CellProblem problem)
              && problem == CellProblem.NOT_A_DATE_TIME
          ? Cell.wrong(CellProblem.NOT_A_DATE)
          : whole;
    }
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? new Cell.Value(moment.toLocalDate())
        : Cell.wrong(CellProblem.HAS_TIME);
  }

  static Cell readDateTime(String text, @Nullable DayOrder order) {
    return read(text, order);
  }

  /** Whether the text names a time of day too. */
  static boolean hasTime(String text) {
    return timeStart(text) >= 0;
  }

  private static Cell read(String text, @Nullable DayOrder order) {
    if (text.length() > LONGEST) {
      return Cell.wrong(CellProblem.NOT_A_DATE_TIME);
    }
    int at = timeStart(text);
    var time = at < 0 ? LocalTime.MIDNIGHT : time(text.substring(at).strip());
    if (time == null) {
      return Cell.wrong(CellProblem.NOT_A_DATE_TIME);
    }
    try {
      return date((at < 0 ? text : text.substring(0, endOfDate(text, at))).strip(), order, time);
    } catch (DateTimeException noSuchDay) {
      return Cell.wrong(CellProblem.NO_SUCH_DAY);
    }
  }

  /** Where the time begins: after a T, a blank or the sign for day, and before a colon. */
  private static int timeStart(String text) {
    int hour = text.indexOf(':');
    if (hour < 0) {
      hour = Math.max(text.indexOf('时'), text.indexOf('点'));
    }
    int at = hour - 1;
    while (at >= 0 && Character.isDigit(text.charAt(at))) {
      at--;
    }
    return hour < 0 || at < 0 ? -1 : at + 1;
  }

  private static int endOfDate(String text, int timeStart) {
    return text.charAt(timeStart - 1) == 'T' ? timeStart - 1 : timeStart;
  }

  private static Cell date(String text, @Nullable DayOrder order, LocalTime time) {
    var yearFirst = match(YEAR_FIRST, text);
    if (yearFirst == null) {
      yearFirst = match(COMPACT, text);
    }
    if (yearFirst != null) {
      return at(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3), time);
    }
    var named = match(NAMED_MONTH, text);
    if (named != null) {
      int month = MONTHS.indexOf(named.group(2).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
      return at(year(named.group(3)), month, number(named, 1), time);
    }
    var yearLast = match(YEAR_LAST, text);
    return yearLast == null
        ? Cell.wrong(CellProblem.NOT_A_DATE_TIME)
        : yearLast(number(yearLast, 1), number(yearLast, 3), year(yearLast.group(4)), order, time);
  }

  private static Cell yearLast(
      int first, int second, int year, @Nullable DayOrder order, LocalTime time) {
    if (order == DayOrder.DAY_FIRST || (order == null && first > 12)) {
      return at(year, second, first, time);
    }
    if (order == DayOrder.MONTH_FIRST || second > 12 || first == second) {
      return at(year, first, second, time);
    }
    return Cell.wrong(CellProblem.AMBIGUOUS_DATE);
  }

  private static Cell at(int year, int month, int day, LocalTime time) {
    return new Cell.Value(LocalDateTime.of(LocalDate.of(year, month, day), time));
  }

  private static @Nullable LocalTime time(String text) {
    var match = match(TIME, text);
    if (match == null) {
      match = match(CHINESE_TIME, text);
    }
    if (match == null) {
      return null;
    }
    int second = match.group(3) == null ? 0 : number(match, 3);
    boolean western = match.groupCount() > 3;
    int nano = western && match.group(4) != null ? nanos(match.group(4)) : 0;
    var half = western ? match.group(5) : null;
    int hour = half == null ? number(match, 1) : hour(number(match, 1), half);
    boolean valid = hour >= 0 && hour < 24 && number(match, 2) < 60 && second < 60;
    return valid ? LocalTime.of(hour, number(match, 2), second, nano) : null;
  }

  private static int hour(int hour, String half) {
    if (hour < 1 || hour > 12) {
      return -1;
    }
    return hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
  }

  private static int nanos(String fraction) {
    return Integer.parseInt((fraction + "000000000").substring(0, 9));
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() == 4) {
      return year;
    }
    int century = FIRST_SHORT_YEAR / 100 * 100 + year;
    return century < FIRST_SHORT_YEAR ? century + 100 : century;
  }

  private static @Nullable Matcher match(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.matches() ? matcher : null;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
