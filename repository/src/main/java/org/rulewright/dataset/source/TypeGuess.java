package org.rulewright.dataset.source;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the type of one column from its first cells.
 *
 * <p>A type is taken when nearly all cells read as it: the few that do not are then shown as
 * problems instead of silently making the column a text.
 */
final class TypeGuess {
  private static final double NEARLY_ALL = 0.95;
  private static final int IDENTIFIER_DIGITS = 16;
  private static final Pattern LEADING_ZERO = Pattern.compile("0\\d+");
  private static final Pattern WHOLE = Pattern.compile("\\d+");
  private static final Pattern COMPACT_DATE = Pattern.compile("(19|20)\\d{6}");
  private static final Pattern EIGHT_DIGITS = Pattern.compile("\\d{8}");

  /** Names of columns whose digits are no quantity, such as an invoice number or a phone. */
  private static final Pattern IDENTIFIER_NAME =
      Pattern.compile(
          "(?iu).*(号|号码|代码|代号|编号|单号|税号|电话|手机|邮编|(^|[_ ])(id|no|nr|code|zip|phone|key)([_ ].*)?)$");

  private TypeGuess() {}

  static ColumnChoice of(String name, List<String> cells, DecimalMark mark) {
    if (cells.isEmpty()) {
      return ColumnChoice.of(name, ColumnType.TEXT);
    }
    if (nearly(cells, BooleanText::isWord)) {
      return ColumnChoice.of(name, ColumnType.BOOLEAN);
    }
    if (nearly(cells, TypeGuess::looksLikeDate)) {
      return dates(name, cells);
    }
    boolean identifier =
        cells.stream().anyMatch(TypeGuess::isIdentifier)
            || (IDENTIFIER_NAME.matcher(name).matches() && nearly(cells, TypeGuess::isWhole));
    boolean numbers = nearly(cells, cell -> NumberText.read(cell, mark) instanceof Cell.Value);
    return ColumnChoice.of(name, numbers && !identifier ? ColumnType.NUMBER : ColumnType.TEXT);
  }

  /** Whether a text is a value rather than a name. */
  static boolean isValue(String text) {
    return NumberText.read(text, DecimalMark.POINT) instanceof Cell.Value || looksLikeDate(text);
  }

  private static ColumnChoice dates(String name, List<String> cells) {
    boolean timed = cells.stream().anyMatch(TypeGuess::hasTimeOfDay);
    return new ColumnChoice(
        name, timed ? ColumnType.DATE_TIME : ColumnType.DATE, dayOrder(cells), true);
  }

  /** The only order all cells agree with; none when both or neither would do. */
  private static @Nullable DayOrder dayOrder(List<String> cells) {
    if (readable(cells, null)) {
      return null;
    }
    boolean dayFirst = readable(cells, DayOrder.DAY_FIRST);
    boolean monthFirst = readable(cells, DayOrder.MONTH_FIRST);
    if (dayFirst == monthFirst) {
      return null;
    }
    return dayFirst ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
  }

  private static boolean readable(List<String> cells, @Nullable DayOrder order) {
    return nearly(cells, cell -> DateText.readDateTime(cell, order) instanceof Cell.Value);
  }

  private static boolean looksLikeDate(String cell) {
    if (EIGHT_DIGITS.matcher(cell).matches() && !COMPACT_DATE.matcher(cell).matches()) {
      return false;
    }
    return switch (DateText.readDateTime(cell, null)) {
      case Cell.Value value -> true;
      case Cell.Wrong(CellProblem problem) -> problem == CellProblem.AMBIGUOUS_DATE;
    };
  }

  private static boolean hasTimeOfDay(String cell) {
    return DateText.readDate(cell, DayOrder.DAY_FIRST) instanceof Cell.Wrong(CellProblem problem)
        && problem == CellProblem.HAS_TIME;
  }

  private static boolean isIdentifier(String cell) {
    return LEADING_ZERO.matcher(cell).matches()
        || (cell.length() >= IDENTIFIER_DIGITS && isWhole(cell));
  }

  private static boolean isWhole(String cell) {
    return WHOLE.matcher(cell).matches();
  }

  private static boolean nearly(List<String> cells, Predicate<String> test) {
    long wrong = 0;
    double allowed = cells.size() * (1 - NEARLY_ALL);
    for (var cell : cells) {
      if (!test.test(cell) && ++wrong > allowed) {
        return false;
      }
    }
    return true;
  }
}
