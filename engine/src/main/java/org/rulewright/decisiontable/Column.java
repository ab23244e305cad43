package org.rulewright.decisiontable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactColumn;
import org.rulewright.value.UnitIndex;

/**
 * The index of one input column: from a value to the row of bits of the rules it satisfies.
 *
 * <p>A class of values is null, true, false, one string the column names, all other strings, or an
 * elementary interval of numbers or of dates. All values of a class satisfy the same cells.
 *
 * <p>Every column knows every type; its subclasses only look for the type their cells are about
 * first, in code small enough for the compiler to keep in one piece.
 */
sealed class Column {

  /** The value needs the careful way: the reference engine has its own rules or errors for it. */
  static final int UNCLEAR = -1;

  static final int NULL = 0;
  static final int FALSE = 1;
  static final int TRUE = 2;
  static final int FIRST_TEXT = 3;

  /** Decimals beyond this scale would make the conversion to double expensive. */
  private static final int LARGEST_SCALE = 300;

  /** Ten to the scale. */
  private static final double[] UNITS = new double[FactColumn.Numbers.LARGEST_SCALE + 1];

  static {
    Arrays.setAll(UNITS, scale -> BigDecimal.TEN.pow(scale).doubleValue());
  }

  final ColumnInput input;
  final TextIndex texts;
  final Breakpoints numbers;
  final Breakpoints dates;
  final int firstNumber;
  final int firstDate;

  /** What the index knows the row of each class by, or {@link #UNCLEAR}. */
  final int[] rows;

  /** That of the scale seen last; threads may replace it, each by one that is right. */
  private @Nullable Units units;

  private @Nullable Units days;

  private Column(ColumnInput input, ColumnClasses classes, int[] rows) {
    this.input = input;
    this.texts = classes.texts().withRows(rows, FIRST_TEXT);
    this.numbers = classes.numbers();
    this.dates = classes.dates();
    this.firstNumber = classes.firstNumber();
    this.firstDate = classes.firstDate();
    this.rows = rows;
  }

  static Column of(ColumnInput input, ColumnClasses classes, int[] rows) {
    if (classes.numbers().classes() > 1) {
      return new OfNumbers(input, classes, rows);
    }
    return classes.texts().classes() > 1
        ? new OfTexts(input, classes, rows)
        : new OfTruths(input, classes, rows);
  }

  ColumnInput input() {
    return input;
  }

  /** The row for these facts, or {@link #UNCLEAR}; allocates nothing for a variable. */
  final int row(Map<String, ? extends @Nullable Object> facts, OffsetDateTime asOf) {
    return row(input.value(facts, asOf));
  }

  /** The row of a value; that of a value no class is for is {@link #UNCLEAR}. */
  int row(@Nullable Object value) {
    return switch (value) {
      case null -> rows[NULL];
      case BigDecimal number -> rowOfNumber(number);
      case String text -> rowOfText(text);
      case Boolean truth -> rowOfTruth(truth);
      case Long number -> rowOfNumber(number);
      case Integer number -> rowOfNumber(number);
      case LocalDate date -> rowOfDay(date.toEpochDay());
      default -> UNCLEAR;
    };
  }

  /** The rows of many values of this column's variable, in tight loops by type. */
  final void rows(FactColumn values, int from, int to, int[] into) {
    switch (values) {
      case FactColumn.Numbers(long[] units, int scale) -> {
        UnitIndex index = units(scale);
        if (index != null) {
          index.rows(units, from, to, FactColumn.Numbers.NULL, rows[NULL], into);
          return;
        }
        double unit = UNITS[scale];
        for (int i = from; i < to; i++) {
          into[i - from] =
              units[i] == FactColumn.Numbers.NULL
                  ? rows[NULL]
                  : rows[firstNumber + numbers.classOf(units[i], unit, scale)];
        }
      }
      case FactColumn.Texts(int[] codes, String[] dictionary) -> {
        if (dictionary.length > to - from) {
          for (int i = from; i < to; i++) {
            into[i - from] = codes[i] < 0 ? rows[NULL] : rowOfText(dictionary[codes[i]]);
          }
          return;
        }
        int[] ofCode = rowsOf(dictionary);
        for (int i = from; i < to; i++) {
          into[i - from] = codes[i] < 0 ? rows[NULL] : ofCode[codes[i]];
        }
      }
      case FactColumn.Truths(byte[] truths) -> {
        for (int i = from; i < to; i++) {
          into[i - from] = rows[truths[i] < 0 ? NULL : FALSE + truths[i]];
        }
      }
      case FactColumn.Days(int[] days) -> {
        UnitIndex index = days();
        if (index != null) {
          index.rows(days, from, to, FactColumn.Days.NULL, rows[NULL], into);
          return;
        }
        for (int i = from; i < to; i++) {
          into[i - from] = days[i] == FactColumn.Days.NULL ? rows[NULL] : rowOfDay(days[i]);
        }
      }
      case FactColumn.Same(Object value) -> Arrays.fill(into, 0, to - from, row(value));
      case FactColumn.Values all -> {
        for (int i = from; i < to; i++) {
          into[i - from] = row(all.at(i));
        }
      }
    }
  }

  private int[] rowsOf(String[] dictionary) {
    int[] ofCode = new int[dictionary.length];
    for (int code = 0; code < dictionary.length; code++) {
      ofCode[code] = rowOfText(dictionary[code]);
    }
    return ofCode;
  }

  /** The index of numbers of a scale, made when it is first asked for; null if there is none. */
  private @Nullable UnitIndex units(int scale) {
    Units known = units;
    if (known == null || known.scale != scale) {
      known = new Units(scale, UnitIndex.of(numbers.points(), scale, rows, firstNumber));
      units = known;
    }
    return known.index;
  }

  private @Nullable UnitIndex days() {
    Units known = days;
    if (known == null) {
      known = new Units(0, UnitIndex.of(dates.points(), 0, rows, firstDate));
      days = known;
    }
    return known.index;
  }

  /** That there is no index is known, too. */
  private record Units(int scale, @Nullable UnitIndex index) {}

  final int rowOfNumber(BigDecimal value) {
    int scale = value.scale();
    return scale > LARGEST_SCALE || scale < -LARGEST_SCALE
        ? UNCLEAR
        : rows[firstNumber + numbers.classOf(value)];
  }

  final int rowOfNumber(long value) {
    return rows[firstNumber + numbers.classOf(value)];
  }

  final int rowOfText(String text) {
    return texts.rowOf(text);
  }

  final int rowOfTruth(boolean truth) {
    return rows[FALSE + (truth ? 1 : 0)];
  }

  final int rowOfDay(long epochDay) {
    return rows[firstDate + dates.classOf(epochDay)];
  }

  /** Most cells compare with numbers. */
  private static final class OfNumbers extends Column {

    OfNumbers(ColumnInput input, ColumnClasses classes, int[] rows) {
      super(input, classes, rows);
    }

    @Override
    int row(@Nullable Object value) {
      if (value instanceof BigDecimal number) {
        return rowOfNumber(number);
      }
      return value instanceof Long number ? rowOfNumber(number) : super.row(value);
    }
  }

  /** Most cells compare with strings. */
  private static final class OfTexts extends Column {

    OfTexts(ColumnInput input, ColumnClasses classes, int[] rows) {
      super(input, classes, rows);
    }

    @Override
    int row(@Nullable Object value) {
      return value instanceof String text ? rowOfText(text) : super.row(value);
    }
  }

  /** Most cells compare with true, false or dates. */
  private static final class OfTruths extends Column {

    OfTruths(ColumnInput input, ColumnClasses classes, int[] rows) {
      super(input, classes, rows);
    }

    @Override
    int row(@Nullable Object value) {
      if (value instanceof Boolean truth) {
        return rowOfTruth(truth);
      }
      return value instanceof LocalDate day ? rowOfDay(day.toEpochDay()) : super.row(value);
    }
  }
}
