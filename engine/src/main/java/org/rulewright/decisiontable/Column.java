package org.rulewright.decisiontable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.Expression;
import org.rulewright.expression.Variable;

/**
 * The index of one input column: from a value to the row of bits of the rules it satisfies.
 *
 * <p>A class of values is null, true, false, one string the column names, all other strings, or an
 * elementary interval of numbers or of dates. All values of a class satisfy the same cells.
 */
final class Column {

  /** The value needs the careful way: the reference engine has its own rules or errors for it. */
  static final int UNCLEAR = -1;

  static final int NULL = 0;
  static final int TRUE = 1;
  static final int FALSE = 2;
  static final int FIRST_TEXT = 3;

  /** Decimals beyond this scale would make the conversion to double expensive. */
  private static final int LARGEST_SCALE = 300;

  private final @Nullable String variable;
  private final @Nullable Expression expression;
  private final TextIndex texts;
  private final Breakpoints numbers;
  private final Breakpoints dates;
  private final int firstNumber;
  private final int firstDate;

  /** Offset of the row of each class, or {@link #UNCLEAR}. */
  private final int[] rows;

  Column(
      @Nullable Expression expression,
      TextIndex texts,
      Breakpoints numbers,
      Breakpoints dates,
      int[] rows) {
    this.variable = expression instanceof Variable(String name) ? name : null;
    this.expression = expression;
    this.texts = texts;
    this.numbers = numbers;
    this.dates = dates;
    this.firstNumber = FIRST_TEXT + texts.classes();
    this.firstDate = firstNumber + numbers.classes();
    this.rows = rows;
  }

  /** Offset of the row for these facts, or {@link #UNCLEAR}; allocates nothing for a variable. */
  int row(Map<String, ? extends @Nullable Object> facts) {
    if (variable == null) {
      return rowOfExpression(facts);
    }
    Object value = facts.get(variable);
    return value == null ? rowOfNull(facts, variable) : rowOf(value);
  }

  private int numberRow(BigDecimal value) {
    return Math.abs(value.scale()) > LARGEST_SCALE
        ? UNCLEAR
        : rows[firstNumber + numbers.classOf(value)];
  }

  private int textRow(String value) {
    return rows[FIRST_TEXT + texts.classOf(value)];
  }

  private int rowOfNull(Map<String, ? extends @Nullable Object> facts, String name) {
    return facts.containsKey(name) ? rows[NULL] : UNCLEAR;
  }

  private int rowOfExpression(Map<String, ? extends @Nullable Object> facts) {
    Object value = expression == null ? Expression.UNDECIDED : expression.evaluate(facts);
    return value == null ? rows[NULL] : rowOf(value);
  }

  /** The usual types first; the rest is apart so that this stays small enough to be inlined. */
  private int rowOf(Object value) {
    if (value instanceof BigDecimal decimal) {
      return numberRow(decimal);
    }
    if (value instanceof String text) {
      return textRow(text);
    }
    if (value instanceof Boolean truth) {
      return rows[truth ? TRUE : FALSE];
    }
    return rowOfOther(value);
  }

  private int rowOfOther(Object value) {
    if (value instanceof Long || value instanceof Integer) {
      return rows[firstNumber + numbers.classOf(((Number) value).longValue())];
    }
    return value instanceof LocalDate date
        ? rows[firstDate + dates.classOf(date.toEpochDay())]
        : UNCLEAR;
  }
}
