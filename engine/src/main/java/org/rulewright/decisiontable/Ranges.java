package org.rulewright.decisiontable;

import java.util.Arrays;

/**
 * A set of small numbers as ranges that are in order and do not touch.
 *
 * @param ends from (included) and to (excluded) of each range in turn
 */
record Ranges(int[] ends) {

  static final Ranges NONE = new Ranges(new int[0]);

  static Ranges of(int from, int to) {
    return from < to ? new Ranges(new int[] {from, to}) : NONE;
  }

  Ranges or(Ranges other) {
    if (ends.length == 0) {
      return other;
    }
    int[][] all = new int[ends.length / 2 + other.ends.length / 2][];
    int count = 0;
    for (int[] some : new int[][] {ends, other.ends}) {
      for (int i = 0; i < some.length; i += 2) {
        all[count++] = new int[] {some[i], some[i + 1]};
      }
    }
    Arrays.sort(all, (a, b) -> Integer.compare(a[0], b[0]));
    int[] joined = new int[2 * count];
    int used = 0;
    for (int[] range : all) {
      if (used > 0 && range[0] <= joined[used - 1]) {
        joined[used - 1] = Math.max(joined[used - 1], range[1]);
      } else {
        joined[used++] = range[0];
        joined[used++] = range[1];
      }
    }
    return new Ranges(Arrays.copyOf(joined, used));
  }

  /** What of the numbers below the end is not in this set. */
  Ranges not(int end) {
    int[] others = new int[ends.length + 2];
    int used = 0;
    int from = 0;
    for (int i = 0; i < ends.length; i += 2) {
      if (from < ends[i]) {
        others[used++] = from;
        others[used++] = ends[i];
      }
      from = ends[i + 1];
    }
    if (from < end) {
      others[used++] = from;
      others[used++] = end;
    }
    return new Ranges(Arrays.copyOf(others, used));
  }

  /** The set of what the numbers become, where order is kept though several may become one. */
  Ranges mapped(int[] image) {
    int[] mapped = new int[ends.length];
    int used = 0;
    for (int i = 0; i < ends.length; i += 2) {
      int from = image[ends[i]];
      int to = image[ends[i + 1] - 1] + 1;
      if (used > 0 && from <= mapped[used - 1]) {
        mapped[used - 1] = Math.max(mapped[used - 1], to);
      } else {
        mapped[used++] = from;
        mapped[used++] = to;
      }
    }
    return new Ranges(Arrays.copyOf(mapped, used));
  }
}
