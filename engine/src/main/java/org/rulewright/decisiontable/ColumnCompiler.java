package org.rulewright.decisiontable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.Expression;
import org.rulewright.expression.Span;
import org.rulewright.expression.Test;
import org.rulewright.expression.UnaryTests;

/** Builds the index of one column from its cells. */
final class ColumnCompiler {

  /** Above this many words (2 MB) the rows of a column become coarse. */
  private static final int LARGEST_ROWS = 1 << 18;

  private final List<CellTest> cells;
  private final @Nullable CellTest allowed;
  private final TextIndex texts;
  private final Map<String, Integer> textCodes = new HashMap<>();
  private final Breakpoints numbers;
  private final Breakpoints dates;
  private final int firstNumber;
  private final int firstDate;
  private final int classes;

  /**
   * Takes the cells of a column.
   *
   * @param cells one for each rule; equal cells may be the same object
   * @param allowed the test every value of the column must pass, if there is one
   */
  ColumnCompiler(List<CellTest> cells, @Nullable CellTest allowed) {
    this.cells = cells;
    this.allowed = allowed;
    Set<String> named = new LinkedHashSet<>();
    SortedSet<BigDecimal> points = new TreeSet<>();
    SortedSet<BigDecimal> days = new TreeSet<>();
    List<CellTest> all = new ArrayList<>(new LinkedHashSet<>(cells));
    if (allowed != null) {
      all.add(allowed);
    }
    for (CellTest cell : all) {
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
    classes = firstDate + dates.classes();
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

  /** Whether a row may name rules that do not match, so that survivors must be tested again. */
  boolean isCoarse(int words) {
    return (long) classes * words > LARGEST_ROWS;
  }

  /** The finished column; its rows are added to the rows of the table. */
  Column compile(@Nullable Expression expression, BitRows pool) {
    int words = pool.words();
    int shift = 0;
    while ((long) ((classes >> shift) + 1) * words > LARGEST_ROWS) {
      shift++;
    }
    long[][] rows = new long[(classes >> shift) + 1][words];
    BitSet clear = new BitSet(classes);
    clear.set(0, classes);
    fill(rows, shift, clear);
    int[] offsets = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      offsets[i] = pool.add(rows[i]);
    }
    int[] rowOfClass = new int[classes];
    for (int i = 0; i < classes; i++) {
      rowOfClass[i] = clear.get(i) ? offsets[i >> shift] : Column.UNCLEAR;
    }
    return new Column(expression, texts, numbers, dates, rowOfClass);
  }

  private void fill(long[][] rows, int shift, BitSet clear) {
    Map<CellTest, BitSet> matched = new HashMap<>();
    long[] always = new long[rows[0].length];
    for (int rule = 0; rule < cells.size(); rule++) {
      CellTest cell = cells.get(rule);
      UnaryTests tests = cell.compiled().orElse(UnaryTests.ANY);
      if (tests.any()) {
        always[rule >>> 6] |= 1L << rule;
        continue;
      }
      BitSet hit = matched.computeIfAbsent(cell, it -> rowsOf(tests, shift, clear));
      for (int row = hit.nextSetBit(0); row >= 0; row = hit.nextSetBit(row + 1)) {
        rows[row][rule >>> 6] |= 1L << rule;
      }
    }
    for (long[] row : rows) {
      for (int word = 0; word < row.length; word++) {
        row[word] |= always[word];
      }
    }
    clear.and(allowedClasses());
  }

  private BitSet allowedClasses() {
    BitSet clear = new BitSet(classes);
    clear.set(0, classes);
    if (allowed == null) {
      return clear;
    }
    UnaryTests tests = allowed.compiled().orElse(null);
    if (tests == null) {
      return new BitSet();
    }
    BitSet matches = classesOf(tests, clear);
    matches.and(clear);
    return matches;
  }

  private BitSet rowsOf(UnaryTests tests, int shift, BitSet clear) {
    BitSet matches = classesOf(tests, clear);
    if (shift == 0) {
      return matches;
    }
    BitSet rows = new BitSet();
    matches.stream().forEach(it -> rows.set(it >> shift));
    return rows;
  }

  /** The classes that satisfy the tests; those the tests are unclear about leave {@code clear}. */
  private BitSet classesOf(UnaryTests tests, BitSet clear) {
    BitSet matches = new BitSet(classes);
    if (tests.any()) {
      matches.set(0, classes);
      return matches;
    }
    for (Test test : tests.tests()) {
      switch (test) {
        case Test.IsNull _ -> matches.set(Column.NULL);
        case Test.Is(Object constant) -> matches.set(classOf(constant));
        case Span<?> span -> addSpan(span, matches, clear);
      }
    }
    if (tests.negated()) {
      matches.flip(0, classes);
    }
    return matches;
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

  private void addSpan(Span<?> span, BitSet matches, BitSet clear) {
    boolean ofNumbers = span.type() == BigDecimal.class;
    int first = ofNumbers ? firstNumber : firstDate;
    int end = ofNumbers ? firstDate : classes;
    Breakpoints points = ofNumbers ? numbers : dates;
    int from = first;
    if (span.low() != null) {
      from += 2 * points.indexOf(point(span.low())) + (span.lowIncluded() ? 1 : 2);
    }
    int to = end;
    if (span.high() != null) {
      to = first + 2 * points.indexOf(point(span.high())) + (span.highIncluded() ? 2 : 1);
    }
    if (from < to) {
      matches.set(from, to);
    }
    if (span.strict()) {
      // A value of another type is an error of the reference engine, except null.
      clear.clear(Column.TRUE, first);
      clear.clear(end, classes);
    }
  }

  private static BigDecimal point(Object end) {
    return end instanceof BigDecimal number
        ? number
        : BigDecimal.valueOf(((LocalDate) end).toEpochDay());
  }
}
