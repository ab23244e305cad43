package org.rulewright.decisiontable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.Span;
import org.rulewright.expression.Test;
import org.rulewright.expression.UnaryTests;

/** The classes of values the cells of a column tell apart. */
final class ColumnClasses {

  private final TextIndex texts;
  private final Map<String, Integer> textCodes = new HashMap<>();
  private final Breakpoints numbers;
  private final Breakpoints dates;
  private final int firstNumber;
  private final int firstDate;
  private final int count;

  ColumnClasses(Collection<CellTest> cells) {
    Set<String> named = new LinkedHashSet<>();
    SortedSet<BigDecimal> points = new TreeSet<>();
    SortedSet<BigDecimal> days = new TreeSet<>();
    for (CellTest cell : cells) {
      cell.compiled()
          .map(UnaryTests::tests)
          .orElse(List.of())
          .forEach(test -> collect(test, named, points, days));
    }
    texts = new TextIndex(named);
    named.forEach(text -> textCodes.put(text, texts.classOf(text)));
    numbers = new Breakpoints(points);
    dates = new Breakpoints(days);
    firstNumber = Column.FIRST_TEXT + texts.classes();
    firstDate = firstNumber + numbers.classes();
    count = firstDate + dates.classes();
  }

  private static void collect(
      Test test, Set<String> named, SortedSet<BigDecimal> points, SortedSet<BigDecimal> days) {
    switch (test) {
      case Test.Is(Object constant) when constant instanceof String text -> named.add(text);
      case Test.Is _, Test.IsNull _ -> {}
      case Span<?> span -> {
        addPoint(span.low(), points, days);
        addPoint(span.high(), points, days);
      }
    }
  }

  private static void addPoint(
      @Nullable Object end, SortedSet<BigDecimal> points, SortedSet<BigDecimal> days) {
    switch (end) {
      case BigDecimal number -> points.add(number);
      case LocalDate date -> days.add(BigDecimal.valueOf(date.toEpochDay()));
      case null, default -> {}
    }
  }

  TextIndex texts() {
    return texts;
  }

  Breakpoints numbers() {
    return numbers;
  }

  Breakpoints dates() {
    return dates;
  }

  int firstNumber() {
    return firstNumber;
  }

  int firstDate() {
    return firstDate;
  }

  int count() {
    return count;
  }

  /** The classes that satisfy the tests; those the tests are unclear about leave {@code clear}. */
  Ranges satisfying(UnaryTests tests, BitSet clear) {
    if (tests.any()) {
      return Ranges.of(0, count);
    }
    Ranges matches = Ranges.NONE;
    for (Test test : tests.tests()) {
      matches =
          matches.or(
              switch (test) {
                case Test.IsNull _ -> Ranges.of(Column.NULL, Column.NULL + 1);
                case Test.Is(Object constant) -> one(classOf(constant));
                case Span<?> span -> span(span, clear);
              });
    }
    return tests.negated() ? matches.not(count) : matches;
  }

  private static Ranges one(int classNumber) {
    return Ranges.of(classNumber, classNumber + 1);
  }

  private int classOf(Object constant) {
    if (constant instanceof Boolean truth) {
      return truth ? Column.TRUE : Column.FALSE;
    }
    Integer code = textCodes.get(constant);
    if (code == null) {
      throw new IllegalStateException("constant without a class: " + constant);
    }
    return Column.FIRST_TEXT + code;
  }

  private Ranges span(Span<?> span, BitSet clear) {
    boolean ofNumbers = span.type() == BigDecimal.class;
    int first = ofNumbers ? firstNumber : firstDate;
    int end = ofNumbers ? firstDate : count;
    Breakpoints points = ofNumbers ? numbers : dates;
    if (span.strict()) {
      // A value of another type is an error of the reference engine, except null.
      clear.clear(Column.NULL + 1, first);
      clear.clear(end, count);
    }
    int from = first;
    if (span.low() != null) {
      from += 2 * points.indexOf(point(span.low())) + (span.lowIncluded() ? 1 : 2);
    }
    int to = end;
    if (span.high() != null) {
      to = first + 2 * points.indexOf(point(span.high())) + (span.highIncluded() ? 2 : 1);
    }
    return Ranges.of(from, to);
  }

  private static BigDecimal point(Object end) {
    return end instanceof BigDecimal number
        ? number
        : BigDecimal.valueOf(((LocalDate) end).toEpochDay());
  }
}
