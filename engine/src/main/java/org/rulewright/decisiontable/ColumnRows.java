package org.rulewright.decisiontable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.UnaryTests;

/**
 * A column at load: the rows its values fall into, and which rules each row satisfies.
 *
 * <p>Neighbouring classes that satisfy the same rules share a row.
 *
 * @param rowOfClass {@link Column#UNCLEAR} for classes that need the careful way
 * @param rowsOfRule by rule; null for a cell every value satisfies
 * @param coarse whether a row may name rules that do not match, so that they must be tested again
 */
record ColumnRows(
    ColumnInput input,
    ColumnClasses classes,
    int rows,
    int[] rowOfClass,
    @Nullable Ranges[] rowsOfRule,
    boolean coarse) {

  /**
   * Takes the cells of a column.
   *
   * @param cells one for each rule; equal cells may be the same object
   * @param allowed the test every value of the column must pass, if there is one
   */
  static ColumnRows of(ColumnInput input, List<CellTest> cells, @Nullable CellTest allowed) {
    List<CellTest> all = new ArrayList<>(new LinkedHashSet<>(cells));
    if (allowed != null) {
      all.add(allowed);
    }
    ColumnClasses classes = new ColumnClasses(all);
    BitSet clear = new BitSet(classes.count());
    clear.set(0, classes.count());
    BitSet starts = new BitSet(classes.count() + 1);
    @Nullable Ranges[] ofRule = classesOfRules(cells, classes, clear, starts);
    clear.and(allowedClasses(classes, allowed));
    int[] row = new int[classes.count()];
    int last = 0;
    for (int i = 1; i < row.length; i++) {
      last += starts.get(i) ? 1 : 0;
      row[i] = last;
    }
    Map<Ranges, Ranges> mapped = new HashMap<>();
    for (int rule = 0; rule < ofRule.length; rule++) {
      Ranges ranges = ofRule[rule];
      ofRule[rule] = ranges == null ? null : mapped.computeIfAbsent(ranges, it -> it.mapped(row));
    }
    for (int i = clear.nextClearBit(0); i < row.length; i = clear.nextClearBit(i + 1)) {
      row[i] = Column.UNCLEAR;
    }
    return new ColumnRows(input, classes, last + 1, row, ofRule, false);
  }

  private static @Nullable Ranges[] classesOfRules(
      List<CellTest> cells, ColumnClasses classes, BitSet clear, BitSet starts) {
    Map<CellTest, Ranges> known = new HashMap<>();
    @Nullable Ranges[] ofRule = new Ranges[cells.size()];
    for (int rule = 0; rule < ofRule.length; rule++) {
      UnaryTests tests = cells.get(rule).compiled().orElse(UnaryTests.ANY);
      if (!tests.any()) {
        Ranges ranges =
            known.computeIfAbsent(cells.get(rule), it -> classes.satisfying(tests, clear));
        ofRule[rule] = ranges;
        for (int end : ranges.ends()) {
          starts.set(end);
        }
      }
    }
    return ofRule;
  }

  private static BitSet allowedClasses(ColumnClasses classes, @Nullable CellTest allowed) {
    BitSet clear = new BitSet(classes.count());
    clear.set(0, classes.count());
    if (allowed == null) {
      return clear;
    }
    UnaryTests tests = allowed.compiled().orElse(null);
    BitSet matches = new BitSet(classes.count());
    if (tests != null) {
      int[] ends = classes.satisfying(tests, clear).ends();
      for (int i = 0; i < ends.length; i += 2) {
        matches.set(ends[i], ends[i + 1]);
      }
    }
    matches.and(clear);
    return matches;
  }

  /** The same with two rows in one. */
  ColumnRows coarser() {
    int[] half = new int[rows];
    for (int i = 0; i < rows; i++) {
      half[i] = i / 2;
    }
    int[] row = rowOfClass.clone();
    for (int i = 0; i < row.length; i++) {
      row[i] = row[i] < 0 ? row[i] : row[i] / 2;
    }
    Map<Ranges, Ranges> mapped = new HashMap<>();
    @Nullable Ranges[] ofRule = rowsOfRule.clone();
    for (int rule = 0; rule < ofRule.length; rule++) {
      Ranges ranges = ofRule[rule];
      ofRule[rule] = ranges == null ? null : mapped.computeIfAbsent(ranges, it -> it.mapped(half));
    }
    return new ColumnRows(input, classes, (rows + 1) / 2, row, ofRule, true);
  }

  /**
   * The finished column.
   *
   * @param first what is added to the number of a row
   * @param unit what the sum is multiplied with
   */
  Column column(int first, int unit) {
    int[] found = rowOfClass.clone();
    for (int i = 0; i < found.length; i++) {
      found[i] = found[i] < 0 ? found[i] : (first + found[i]) * unit;
    }
    return Column.of(input, classes, found);
  }

  /** How many rules each of the groups of neighbouring rows satisfies. */
  int[] crowds(int groupSize) {
    int groups = (rows + groupSize - 1) / groupSize;
    int[] change = new int[groups + 1];
    int always = 0;
    for (Ranges ranges : rowsOfRule) {
      if (ranges == null) {
        always++;
        continue;
      }
      int done = 0;
      for (int i = 0; i < ranges.ends().length; i += 2) {
        int from = Math.max(done, ranges.ends()[i] / groupSize);
        int to = (ranges.ends()[i + 1] - 1) / groupSize + 1;
        if (from < to) {
          change[from]++;
          change[to]--;
          done = to;
        }
      }
    }
    int[] crowds = new int[groups];
    int now = always;
    for (int i = 0; i < groups; i++) {
      now += change[i];
      crowds[i] = now;
    }
    return crowds;
  }

  /** Whether a rule is satisfied by one of the rows of a group. */
  boolean satisfies(int rule, int from, int to) {
    Ranges ranges = rowsOfRule[rule];
    if (ranges == null) {
      return true;
    }
    for (int i = 0; i < ranges.ends().length; i += 2) {
      if (ranges.ends()[i] < to && ranges.ends()[i + 1] > from) {
        return true;
      }
    }
    return false;
  }
}
