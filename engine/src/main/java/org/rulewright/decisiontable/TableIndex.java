package org.rulewright.decisiontable;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flat bitsets of a table: each column says for a value which rules it satisfies, and the rules
 * that match are the AND of what the columns say.
 *
 * @see "docs/decisions/0001-compiled-tables-by-flat-bitsets.md"
 */
final class TableIndex {

  /** The facts need the careful way. */
  static final int UNCLEAR = -2;

  static final int NONE = -1;

  /** So many columns are held in local variables, which needs no memory. */
  static final int LOCAL_COLUMNS = 8;

  private final Column[] columns;
  private final int words;
  private final long[] bits;

  TableIndex(Column[] columns, BitRows rows) {
    this.columns = columns;
    this.words = rows.words();
    this.bits = rows.toArray();
  }

  /** Whether {@link #first} and {@link #only} may be used. */
  boolean isLocal() {
    return columns.length <= LOCAL_COLUMNS;
  }

  /** The first rule all columns are satisfied with, {@link #NONE}, or {@link #UNCLEAR}. */
  int first(Map<String, ? extends @Nullable Object> facts) {
    return scan(facts, false);
  }

  /** The same, but {@link #UNCLEAR} if there is a second one. */
  int only(Map<String, ? extends @Nullable Object> facts) {
    return scan(facts, true);
  }

  private int scan(Map<String, ? extends @Nullable Object> facts, boolean only) {
    Column[] all = columns;
    int count = all.length;
    int a = count > 0 ? all[0].row(facts) : BitRows.ALL;
    int b = count > 1 ? all[1].row(facts) : BitRows.ALL;
    int c = count > 2 ? all[2].row(facts) : BitRows.ALL;
    int d = count > 3 ? all[3].row(facts) : BitRows.ALL;
    int e = count > 4 ? all[4].row(facts) : BitRows.ALL;
    int f = count > 5 ? all[5].row(facts) : BitRows.ALL;
    int g = count > 6 ? all[6].row(facts) : BitRows.ALL;
    int h = count > 7 ? all[7].row(facts) : BitRows.ALL;
    if ((a | b | c | d | e | f | g | h) < 0) {
      return UNCLEAR;
    }
    int hit = next(0, a, b, c, d, e, f, g, h);
    return only && hit >= 0 && next(hit + 1, a, b, c, d, e, f, g, h) >= 0 ? UNCLEAR : hit;
  }

  private int next(int from, int a, int b, int c, int d, int e, int f, int g, int h) {
    return columns.length <= 6
        ? nextOfSix(from, a, b, c, d, e, f)
        : nextOfEight(from, a, b, c, d, e, f, g, h);
  }

  private int nextOfSix(int from, int a, int b, int c, int d, int e, int f) {
    long mask = -1L << from;
    for (int w = from >>> 6; w < words; w++) {
      long hits =
          mask & bits[a + w] & bits[b + w] & bits[c + w] & bits[d + w] & bits[e + w] & bits[f + w];
      if (hits != 0) {
        return w << 6 | Long.numberOfTrailingZeros(hits);
      }
      mask = -1L;
    }
    return NONE;
  }

  private int nextOfEight(int from, int a, int b, int c, int d, int e, int f, int g, int h) {
    long mask = -1L << from;
    for (int w = from >>> 6; w < words; w++) {
      long hits = mask & bits[a + w] & bits[b + w] & bits[c + w] & bits[d + w];
      hits &= bits[e + w] & bits[f + w] & bits[g + w] & bits[h + w];
      if (hits != 0) {
        return w << 6 | Long.numberOfTrailingZeros(hits);
      }
      mask = -1L;
    }
    return NONE;
  }

  /** The row of each column, or null if one is unclear. */
  int @Nullable [] rows(Map<String, ? extends @Nullable Object> facts) {
    int[] rows = new int[columns.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = columns[i].row(facts);
      if (rows[i] < 0) {
        return null;
      }
    }
    return rows;
  }

  boolean satisfies(int[] rows, int column, int rule) {
    return (bits[rows[column] + (rule >>> 6)] & 1L << rule) != 0;
  }

  /** All rules the columns are satisfied with, in order. */
  int[] hits(int[] rows) {
    int[] hits = new int[8];
    int count = 0;
    for (int w = 0; w < words; w++) {
      long word = bits[BitRows.ALL + w];
      for (int i = 0; i < rows.length && word != 0; i++) {
        word &= bits[rows[i] + w];
      }
      for (; word != 0; word &= word - 1) {
        if (count == hits.length) {
          hits = Arrays.copyOf(hits, count * 2);
        }
        hits[count++] = w << 6 | Long.numberOfTrailingZeros(word);
      }
    }
    return Arrays.copyOf(hits, count);
  }
}
