package org.rulewright.decisiontable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Collects the rows of bits of all columns into one array; equal rows are kept once. */
final class BitRows {

  /** Offset of the row in which every rule is set: what a column that is not there says. */
  static final int ALL = 0;

  private final int words;
  private final Map<Row, Integer> offsets = new HashMap<>();
  private long[] bits;
  private int used;

  BitRows(int rules) {
    words = Math.max(1, (rules + 63) / 64);
    bits = new long[words * 64];
    long[] all = new long[words];
    for (int rule = 0; rule < rules; rule++) {
      all[rule >>> 6] |= 1L << rule;
    }
    add(all);
  }

  int words() {
    return words;
  }

  int add(long[] row) {
    return offsets.computeIfAbsent(new Row(row), this::append);
  }

  private int append(Row row) {
    if (used + words > bits.length) {
      bits = Arrays.copyOf(bits, bits.length * 2);
    }
    System.arraycopy(row.bits(), 0, bits, used, words);
    used += words;
    return used - words;
  }

  long[] toArray() {
    return Arrays.copyOf(bits, used);
  }

  private record Row(long[] bits) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Row row && Arrays.equals(bits, row.bits);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bits);
    }
  }
}
