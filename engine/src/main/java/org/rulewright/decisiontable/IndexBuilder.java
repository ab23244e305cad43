package org.rulewright.decisiontable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays the bits of a table out. */
final class IndexBuilder {

  private final List<ColumnRows> columns;
  private final int rules;

  private IndexBuilder(List<ColumnRows> columns, int rules) {
    this.columns = columns;
    this.rules = rules;
  }

  /**
   * Makes columns coarser until the bits of the table fit into what it may take.
   *
   * @return the columns, of which some may now be coarse
   */
  static List<ColumnRows> fitted(List<ColumnRows> columns, int rules) {
    List<ColumnRows> fitted = new ArrayList<>(columns);
    while (!Division.of(fitted, rules).fits(rules)) {
      int largest =
          IntStream.range(0, fitted.size())
              .boxed()
              .max(Comparator.comparingInt(i -> fitted.get(i).rows()))
              .orElseThrow();
      fitted.set(largest, fitted.get(largest).coarser());
    }
    return fitted;
  }

  static TableIndex build(List<ColumnRows> columns, int rules) {
    Division division = Division.of(columns, rules);
    IndexBuilder builder = new IndexBuilder(columns, rules);
    return division.column() < 0 ? builder.whole() : builder.divided(division);
  }

  private TableIndex whole() {
    int words = Division.words(rules);
    long[] bits = new long[words * (1 + columns.stream().mapToInt(ColumnRows::rows).sum())];
    int[] all = IntStream.range(0, rules).toArray();
    setAll(bits, 0, rules);
    Column[] finished = new Column[columns.size()];
    int row = 1;
    for (int i = 0; i < finished.length; i++) {
      ColumnRows column = columns.get(i);
      finished[i] = column.column(row, words);
      fill(bits, row * words, words, column, all, 0, column.rows());
      row += column.rows();
    }
    return new TableIndex(finished, null, rules, words, bits, null);
  }

  private TableIndex divided(Division division) {
    ColumnRows divider = columns.get(division.column());
    List<ColumnRows> others = new ArrayList<>(columns);
    others.remove(division.column());
    Pair pair = Pair.among(others);
    int paired = pair == null ? 0 : 1;
    Column[] finished = new Column[columns.size() - paired];
    finished[0] = divider.column(0, 1);
    int rows = 1;
    List<ColumnRows> drawn = new ArrayList<>();
    if (pair != null) {
      others.remove(pair.first());
      others.remove(pair.second());
      finished[1] = pair.first().column(0, pair.second().rows());
      rows += pair.rows();
    }
    for (ColumnRows other : others) {
      finished[1 + paired + drawn.size()] = other.column(rows, 1);
      rows += other.rows();
      drawn.add(other);
    }
    int groups = (divider.rows() + division.groupSize() - 1) / division.groupSize();
    Parts parts = new Parts(divider.rows(), division.groupSize(), groups, rows, rules);
    List<int[]> rulesOfParts = new ArrayList<>();
    int length = 0;
    for (int part = 0; part < groups; part++) {
      int[] inside = rulesOf(divider, parts.firstRow(part), parts.endRow(part));
      rulesOfParts.add(inside);
      length += parts.lay(part, length, inside);
    }
    long[] bits = new long[length];
    for (int part = 0; part < groups; part++) {
      int[] inside = rulesOfParts.get(part);
      int words = parts.words(part);
      int at = parts.base(part);
      setAll(bits, at, inside.length);
      at += words;
      if (pair != null) {
        fill(bits, at, words, pair, inside);
        at += words * pair.rows();
      }
      for (ColumnRows column : drawn) {
        fill(bits, at, words, column, inside, 0, column.rows());
        at += words * column.rows();
      }
      fill(bits, at, words, divider, inside, parts.firstRow(part), parts.endRow(part));
    }
    Column partner = pair == null ? null : pair.second().column(1, 1);
    return new TableIndex(finished, partner, rules, 0, bits, parts);
  }

  /** Two columns with so few rows that the pairs of their rows can have bits of their own. */
  private record Pair(ColumnRows first, ColumnRows second) {

    private static final int MOST_ROWS = 128;

    static @Nullable Pair among(List<ColumnRows> columns) {
      List<ColumnRows> fewest =
          columns.stream().sorted(Comparator.comparingInt(ColumnRows::rows)).limit(2).toList();
      return fewest.size() == 2
              && columns.size() < TableIndex.LOCAL_COLUMNS
              && fewest.getFirst().rows() * fewest.getLast().rows() <= MOST_ROWS
          ? new Pair(fewest.getFirst(), fewest.getLast())
          : null;
    }

    int rows() {
      return first.rows() * second.rows();
    }
  }

  /** Sets the bits of the pairs of rows: row i of the first and k of the second is i * rows + k. */
  private static void fill(long[] bits, int at, int words, Pair pair, int[] rules) {
    int seconds = pair.second().rows();
    long[] second = new long[words * seconds];
    fill(second, 0, words, pair.second(), rules, 0, seconds);
    long[] first = new long[words * pair.first().rows()];
    fill(first, 0, words, pair.first(), rules, 0, pair.first().rows());
    for (int i = 0; i < pair.first().rows(); i++) {
      for (int k = 0; k < seconds; k++) {
        for (int w = 0; w < words; w++) {
          bits[at + (i * seconds + k) * words + w] = first[i * words + w] & second[k * words + w];
        }
      }
    }
  }

  private int[] rulesOf(ColumnRows divider, int from, int to) {
    return IntStream.range(0, rules).filter(rule -> divider.satisfies(rule, from, to)).toArray();
  }

  private static void setAll(long[] bits, int at, int count) {
    for (int i = 0; i < count; i++) {
      bits[at + (i >> 6)] |= 1L << i;
    }
  }

  /** Sets the bits of the rows of a column from one to another, one bit for each of the rules. */
  private static void fill(
      long[] bits, int at, int words, ColumnRows column, int[] rules, int firstRow, int endRow) {
    for (int i = 0; i < rules.length; i++) {
      @Nullable Ranges ranges = column.rowsOfRule()[rules[i]];
      int[] ends = ranges == null ? new int[] {firstRow, endRow} : ranges.ends();
      for (int r = 0; r < ends.length; r += 2) {
        int to = Math.min(ends[r + 1], endRow);
        int place = at + (Math.max(ends[r], firstRow) - firstRow) * words + (i >> 6);
        for (int row = Math.max(ends[r], firstRow); row < to; row++, place += words) {
          bits[place] |= 1L << i;
        }
      }
    }
  }

  /** Which columns may name rules that do not match. */
  static BitSet coarse(List<ColumnRows> columns) {
    BitSet coarse = new BitSet();
    for (int i = 0; i < columns.size(); i++) {
      coarse.set(i, columns.get(i).coarse());
    }
    return coarse;
  }
}
