package org.rulewright.decisiontable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.SortedSet;

/**
 * The numbers at which a column's cells change their mind, and the elementary interval of a value.
 *
 * <p>Class {@code 2i + 1} holds exactly the i-th breakpoint, class {@code 2i} what lies between it
 * and the one before.
 *
 * <p>The search runs on doubles and is exact all the same: rounding to double never changes the
 * order of two decimals, it can only make them equal. So a value whose double differs from a
 * breakpoint's lies on the same side of the breakpoint itself, and where the doubles are equal the
 * decimals are compared.
 */
final class Breakpoints {

  private static final int LONGEST_SCAN = 8;

  /** With so many most stretches hold no breakpoint, and the search ends before it begins. */
  private static final int STRETCHES_PER_KEY = 4;

  private final BigDecimal[] exact;
  private final double[] keys;
  private final long[] floors;
  private final boolean[] whole;

  /** Index of the first breakpoint in each of the equal stretches between the outermost two. */
  private final int[] stretches;

  private final double low;
  private final double stretchesPerUnit;

  Breakpoints(SortedSet<BigDecimal> points) {
    exact = points.toArray(BigDecimal[]::new);
    keys = points.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    floors = points.stream().mapToLong(Breakpoints::floor).toArray();
    whole = new boolean[exact.length];
    for (int i = 0; i < exact.length; i++) {
      whole[i] = BigDecimal.valueOf(floors[i]).compareTo(exact[i]) == 0;
    }
    low = keys.length == 0 ? 0 : keys[0];
    double width = keys.length == 0 ? 0 : keys[keys.length - 1] - low;
    double perUnit = STRETCHES_PER_KEY * keys.length / width;
    boolean usable = Double.isFinite(perUnit) && perUnit > 0;
    stretchesPerUnit = usable ? perUnit : 0;
    stretches = stretches(usable ? STRETCHES_PER_KEY * keys.length + 2 : 2);
  }

  private int[] stretches(int count) {
    int[] first = new int[count + 1];
    Arrays.fill(first, keys.length);
    for (int i = keys.length - 1; i >= 0; i--) {
      first[stretch(keys[i])] = i;
    }
    for (int s = count - 1; s >= 0; s--) {
      first[s] = Math.min(first[s], first[s + 1]);
    }
    return first;
  }

  /**
   * Never falls when the key rises, whatever floating point does to it; the key must lie between
   * the outermost breakpoints.
   */
  private int stretch(double key) {
    return (int) ((key - low) * stretchesPerUnit);
  }

  private static long floor(BigDecimal point) {
    BigDecimal floor = point.setScale(0, RoundingMode.FLOOR);
    return floor.precision() > 18 ? point.signum() * Long.MAX_VALUE : floor.longValueExact();
  }

  int classes() {
    return 2 * exact.length + 1;
  }

  int indexOf(BigDecimal point) {
    return classOf(point) / 2;
  }

  int classOf(BigDecimal value) {
    double key = value.doubleValue();
    int i = firstNotBelow(key);
    return i < keys.length && keys[i] == key ? tied(value, key, i) : 2 * i;
  }

  int classOf(long value) {
    double key = value;
    int i = firstNotBelow(key);
    return i < keys.length && keys[i] == key ? tied(value, key, i) : 2 * i;
  }

  /** The class of a value whose double is that of the i-th breakpoint and maybe of more. */
  private int tied(BigDecimal value, double key, int first) {
    int i = first;
    for (; i < keys.length && keys[i] == key; i++) {
      int order = value.compareTo(exact[i]);
      if (order <= 0) {
        return order == 0 ? 2 * i + 1 : 2 * i;
      }
    }
    return 2 * i;
  }

  private int tied(long value, double key, int first) {
    int i = first;
    for (; i < keys.length && keys[i] == key; i++) {
      if (Math.abs(floors[i]) == Long.MAX_VALUE || value == Long.MIN_VALUE) {
        return tied(BigDecimal.valueOf(value), key, first);
      }
      if (value <= floors[i]) {
        return value == floors[i] && whole[i] ? 2 * i + 1 : 2 * i;
      }
    }
    return 2 * i;
  }

  private int firstNotBelow(double key) {
    int last = keys.length;
    if (last == 0 || key <= low) {
      return 0;
    }
    if (key > keys[last - 1]) {
      return last;
    }
    int stretch = stretch(key);
    int i = stretches[stretch];
    int end = stretches[stretch + 1];
    if (end - i > LONGEST_SCAN) {
      return firstNotBelow(key, i, end);
    }
    while (i < end && keys[i] < key) {
      i++;
    }
    return i;
  }

  private int firstNotBelow(double key, int from, int to) {
    int i = from;
    int end = to;
    while (i < end) {
      int middle = (i + end) >>> 1;
      if (keys[middle] < key) {
        i = middle + 1;
      } else {
        end = middle;
      }
    }
    return i;
  }
}
