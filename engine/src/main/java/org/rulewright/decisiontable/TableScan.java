package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.RowCursor;
import org.rulewright.expression.Expression;

/**
 * Matches a stretch of rows of facts with a table, column by column and word by word.
 *
 * <p>The rows are put in the order of the parts of the table they belong to, so that the bits of a
 * part are read while they are near the processor. Then all rows look at their first word, those
 * without a hit at their second, and so on: no branch depends on where a row has its hit, which
 * nobody could predict.
 */
final class TableScan {

  /** So many rows at a time, that what is known of them stays near the processor. */
  static final int STRETCH = 4096;

  private static final int UNCLEAR = TableIndex.UNCLEAR;

  private final TableIndex index;
  private final long[] bits;
  private final @Nullable Parts parts;

  /** By column of the index, then by row: what the index knows the row of the value by. */
  private final int[][] rows;

  /** By stream, then by row: where the bits of the value begin. */
  private final int[][] places;

  /** Negative for a row of facts the index is unclear about. */
  private final int[] signs;

  /** The clear rows of facts by part. */
  private final int[] order;

  /** By part, where its rows end in the order; the first entry is where the first part begins. */
  private final int[] ends;

  /** By place in the order: the bit that was found, as a number in the part. */
  private final int[] found;

  /** How many bits were found. */
  private final int[] times;

  /** Places in the order that still look for their bit; before that, what {@link #own} finds. */
  private final int[] left;

  private final long[] met;

  private int count;

  /**
   * Makes room for a stretch.
   *
   * @param stretch how many rows at a time at most
   */
  TableScan(TableIndex index, int stretch) {
    signs = new int[stretch];
    order = new int[stretch];
    found = new int[stretch];
    times = new int[stretch];
    left = new int[stretch];
    met = new long[stretch];
    this.index = index;
    bits = index.bits();
    parts = index.parts();
    int columns = index.columns().length;
    rows = new int[columns][stretch];
    Parts divided = parts;
    int dropped = divided != null && divided.isFine() ? 1 : 0;
    // as many streams as can be read four by four; those there are no columns for have all bits
    int streams = Math.max(4, (columns - dropped + 3) / 4 * 4);
    places = new int[streams][stretch];
    ends = new int[(divided == null ? 1 : divided.count()) + 1];
  }

  /** Finds for each row of the stretch the bits of its values. */
  void classify(FactColumns facts, int from, int to, OffsetDateTime asOf) {
    count = to - from;
    Column[] columns = index.columns();
    Arrays.fill(signs, 0, count, 0);
    for (int k = 0; k < columns.length; k++) {
      rows(columns[k], facts, from, to, asOf, rows[k]);
      sign(rows[k]);
    }
    Column partner = index.partner();
    if (partner != null) {
      rows(partner, facts, from, to, asOf, found);
      sign(found);
      int[] second = rows[1];
      for (int i = 0; i < count; i++) {
        second[i] += found[i];
      }
    }
  }

  private void sign(int[] column) {
    for (int i = 0; i < count; i++) {
      signs[i] |= column[i];
    }
  }

  private static void rows(
      Column column, FactColumns facts, int from, int to, OffsetDateTime asOf, int[] into) {
    switch (column.input()) {
      case ColumnInput.OfVariable(String name) -> column.rows(facts.column(name), from, to, into);
      case ColumnInput.OfDay day ->
          Arrays.fill(into, 0, to - from, column.row(day.value(Map.of(), asOf)));
      case ColumnInput.OfExpression(Expression expression) -> {
        RowCursor row = facts.cursor();
        for (int i = from; i < to; i++) {
          into[i - from] = column.row(expression.evaluate(row.at(i)));
        }
      }
      case ColumnInput.OfReference _ -> {
        for (int i = from; i < to; i++) {
          into[i - from] = column.row(facts.row(i), asOf);
        }
      }
    }
  }

  /** The row of each column for a row of facts, or null if one is unclear. */
  int @Nullable [] rowsAt(int row) {
    if (signs[row] < 0) {
      return null;
    }
    int[] all = new int[rows.length];
    for (int k = 0; k < all.length; k++) {
      all[k] = rows[k][row];
    }
    return all;
  }

  /**
   * Finds the first rule each row matches.
   *
   * @param hits what {@link TableIndex#first} would return
   */
  void first(int[] hits) {
    locate();
    for (int part = 0; part + 1 < ends.length; part++) {
      firstOf(part, ends[part], ends[part + 1]);
    }
    number(hits);
  }

  /**
   * Finds the only rule each row matches.
   *
   * @param hits what {@link TableIndex#only} would return
   */
  void only(int[] hits) {
    locate();
    for (int part = 0; part + 1 < ends.length; part++) {
      onlyOf(part, ends[part], ends[part + 1]);
    }
    number(hits);
  }

  /** Orders the rows by part, and finds where the bits of each of their values begin. */
  private void locate() {
    Parts divided = parts;
    if (divided == null) {
      leaveUnclearOut();
      for (int k = 0; k < places.length; k++) {
        locate(k < rows.length ? rows[k] : null, 0, 1, 0, ends[1], places[k]);
      }
      return;
    }
    order(divided);
    int dropped = divided.isFine() ? 1 : 0;
    int[] own = dropped == 0 ? own(divided) : null;
    for (int part = 0; part + 1 < ends.length; part++) {
      int base = divided.base(part);
      int words = divided.words(part);
      for (int k = 0; k < places.length; k++) {
        int[] of = k + dropped < rows.length ? rows[k + dropped] : null;
        locate(
            k == 0 && own != null ? own : of, base, words, ends[part], ends[part + 1], places[k]);
      }
    }
  }

  /** From the rows of a column, or its first row where there is none. */
  private void locate(int @Nullable [] of, int base, int unit, int from, int to, int[] into) {
    if (of == null) {
      Arrays.fill(into, from, to, base);
      return;
    }
    for (int j = from; j < to; j++) {
      into[j] = base + of[order[j]] * unit;
    }
  }

  private void leaveUnclearOut() {
    int clear = 0;
    for (int i = 0; i < count; i++) {
      order[clear] = i;
      clear += (signs[i] >>> 31) ^ 1;
    }
    ends[0] = 0;
    ends[1] = clear;
  }

  private void order(Parts divided) {
    int[] divider = rows[0];
    Arrays.fill(ends, 0);
    for (int i = 0; i < count; i++) {
      if (signs[i] >= 0) {
        ends[divided.partOf(divider[i]) + 1]++;
      }
    }
    for (int part = 1; part < ends.length; part++) {
      ends[part] += ends[part - 1];
    }
    for (int i = 0; i < count; i++) {
      if (signs[i] >= 0) {
        order[ends[divided.partOf(divider[i])]++] = i;
      }
    }
    System.arraycopy(ends, 0, ends, 1, ends.length - 1);
    ends[0] = 0;
  }

  /** The numbers inside their part of the rows of the dividing column. */
  private int[] own(Parts divided) {
    int[] divider = rows[0];
    for (int i = 0; i < count; i++) {
      left[i] = divided.ownRow(divider[i]);
    }
    return left;
  }

  private int words(int part) {
    return parts == null ? index.words() : parts.words(part);
  }

  private void firstOf(int part, int from, int to) {
    int words = words(part);
    int waiting = 0;
    for (int j = from; j < to; j++) {
      left[waiting++] = j;
    }
    for (int w = 0; w < words && waiting > 0; w++) {
      waiting = places.length == 4 ? nextOfFour(w, waiting) : next(w, waiting);
    }
  }

  /** Looks at one word of the rows that wait; returns how many still do. */
  private int nextOfFour(int w, int waiting) {
    long[] all = bits;
    int[] a = places[0];
    int[] b = places[1];
    int[] c = places[2];
    int[] d = places[3];
    int kept = 0;
    for (int q = 0; q < waiting; q++) {
      int j = left[q];
      long hits = all[a[j] + w] & all[b[j] + w] & all[c[j] + w] & all[d[j] + w];
      found[j] = (w << 6) + Long.numberOfTrailingZeros(hits);
      left[kept] = j;
      kept += (int) (((hits | -hits) >>> 63) ^ 1);
    }
    return kept;
  }

  private int next(int w, int waiting) {
    meet(w, waiting);
    int kept = 0;
    for (int q = 0; q < waiting; q++) {
      int j = left[q];
      long hits = met[q];
      found[j] = (w << 6) + Long.numberOfTrailingZeros(hits);
      left[kept] = j;
      kept += (int) (((hits | -hits) >>> 63) ^ 1);
    }
    return kept;
  }

  /** What the values of a row have in common in one word. */
  private void meet(int w, int waiting) {
    long[] all = bits;
    Arrays.fill(met, 0, waiting, -1L);
    for (int k = 0; k < places.length; k += 4) {
      int[] a = places[k];
      int[] b = places[k + 1];
      int[] c = places[k + 2];
      int[] d = places[k + 3];
      for (int q = 0; q < waiting; q++) {
        int j = left[q];
        met[q] &= all[a[j] + w] & all[b[j] + w] & all[c[j] + w] & all[d[j] + w];
      }
    }
  }

  private void onlyOf(int part, int from, int to) {
    int words = words(part);
    for (int j = from; j < to; j++) {
      left[j - from] = j;
      found[j] = words << 6;
      times[j] = 0;
    }
    for (int w = 0; w < words; w++) {
      meet(w, to - from);
      for (int j = from; j < to; j++) {
        long hits = met[j - from];
        found[j] = hits == 0 ? found[j] : (w << 6) + Long.numberOfTrailingZeros(hits);
        times[j] += Long.bitCount(hits);
      }
    }
    for (int j = from; j < to; j++) {
      found[j] = times[j] > 1 ? UNCLEAR : found[j];
    }
  }

  /** From numbers in the part to numbers in the table. */
  private void number(int[] hits) {
    if (ends[ends.length - 1] < count) {
      Arrays.fill(hits, 0, count, UNCLEAR);
    }
    Parts divided = parts;
    for (int part = 0; part + 1 < ends.length; part++) {
      for (int j = ends[part]; j < ends[part + 1]; j++) {
        int hit = found[j];
        hits[order[j]] = hit < 0 || divided == null ? hit : divided.rule(part, hit);
      }
    }
  }
}
