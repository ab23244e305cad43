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
 * <p>The search runs on keys, which are doubles as whole numbers of 63 bits, and is exact all the
 * same: rounding to a key never changes the order of two decimals, it can only make them equal. So
 * a value whose key differs from a breakpoint's lies on the same side of the breakpoint itself, and
 * where the keys are equal the decimals are compared.
 */
final class Breakpoints {

  /** Whole numbers up to this have each a key of its own. */
  private static final long LARGEST_OWN_KEY = 1L << 51;

  /** Above every key, and so that no difference of keys overflows. */
  private static final long END = Long.MAX_VALUE >> 1;

  private static final int LONGEST_SCAN = 4;
  private static final int MOST_STRETCHES_PER_KEY = 8;

  private final BigDecimal[] exact;

  /** In order, and after them as many {@link #END}s as a scan may run into. */
  private final long[] keys;

  private final long[] floors;
  private final boolean[] whole;

  /** Whether every breakpoint is a whole number that has its key for itself. */
  private final boolean ownKeys;

  /** Index of the first breakpoint in or after each of the equal stretches they are spread over. */
  private final int[] stretches;

  private final double low;
  private final double stretchesPerUnit;

  /** The most breakpoints that fall into one stretch. */
  private final int crowd;

  Breakpoints(SortedSet<BigDecimal> points) {
    exact = points.toArray(BigDecimal[]::new);
    keys =
        Arrays.copyOf(
            points.stream().mapToLong(it -> key(it.doubleValue())).toArray(),
            exact.length + LONGEST_SCAN + 1);
    Arrays.fill(keys, exact.length, keys.length, END);
    floors = points.stream().mapToLong(Breakpoints::floor).toArray();
    whole = new boolean[exact.length];
    boolean own = true;
    for (int i = 0; i < exact.length; i++) {
      whole[i] = BigDecimal.valueOf(floors[i]).compareTo(exact[i]) == 0;
      own &= whole[i] && Math.abs(floors[i]) < LARGEST_OWN_KEY;
    }
    ownKeys = own;
    double first = exact.length == 0 ? 0 : exact[0].doubleValue();
    double width = exact.length == 0 ? 0 : exact[exact.length - 1].doubleValue() - first;
    low = first;
    int perKey = 1;
    Spread spread = new Spread(exact, first, width, perKey);
    while (spread.crowd > 1 && perKey < MOST_STRETCHES_PER_KEY) {
      perKey *= 2;
      spread = new Spread(exact, first, width, perKey);
    }
    stretches = spread.firsts;
    stretchesPerUnit = spread.perUnit;
    crowd = spread.crowd;
  }

  /** Breakpoints laid out over equal stretches. */
  private static final class Spread {
    final double perUnit;
    final int[] firsts;
    final int crowd;

    Spread(BigDecimal[] points, double low, double width, int perKey) {
      double scale = (double) perKey * points.length / width;
      boolean usable = Double.isFinite(scale) && scale > 0;
      perUnit = usable ? scale : 0;
      firsts = new int[usable ? perKey * points.length + 2 : 2];
      Arrays.fill(firsts, points.length);
      int[] inside = new int[firsts.length];
      int most = 0;
      for (int i = points.length - 1; i >= 0; i--) {
        int stretch = stretch(points[i].doubleValue(), low, perUnit, firsts.length);
        firsts[stretch] = i;
        most = Math.max(most, ++inside[stretch]);
      }
      for (int s = firsts.length - 2; s >= 0; s--) {
        firsts[s] = Math.min(firsts[s], firsts[s + 1]);
      }
      crowd = most;
    }
  }

  /** Never falls when the value rises, whatever floating point does to it. */
  private static int stretch(double value, double low, double perUnit, int count) {
    return Math.max(0, Math.min((int) ((value - low) * perUnit), count - 1));
  }

  /** A whole number that never falls when the double rises. */
  private static long key(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return (bits ^ bits >> 63 >>> 1) >> 1;
  }

  private static long floor(BigDecimal point) {
    BigDecimal floor = point.setScale(0, RoundingMode.FLOOR);
    return floor.precision() > 18 ? point.signum() * Long.MAX_VALUE : floor.longValueExact();
  }

  /** In order; not to be changed. */
  BigDecimal[] points() {
    return exact;
  }

  int classes() {
    return 2 * exact.length + 1;
  }

  int indexOf(BigDecimal point) {
    return classOf(point) / 2;
  }

  int classOf(BigDecimal value) {
    double approximate = value.doubleValue();
    long key = key(approximate);
    int i = firstNotBelow(approximate, key);
    return keys[i] == key ? tied(value, key, i) : 2 * i;
  }

  int classOf(long value) {
    double approximate = value;
    long key = key(approximate);
    int i = firstNotBelow(approximate, key);
    if (ownKeys && value < LARGEST_OWN_KEY && value > -LARGEST_OWN_KEY) {
      // Equal keys mean equal numbers: added without a branch that nobody could predict.
      long difference = keys[i] - key;
      return 2 * i + 1 - (int) ((difference | -difference) >>> 63);
    }
    return keys[i] == key ? tied(value, key, i) : 2 * i;
  }

  /**
   * The class of a decimal that is given as a whole number of units.
   *
   * @param unit ten to the scale, at most 10^18, with as many units as make up one
   */
  int classOf(long units, double unit, int scale) {
    double approximate = units / unit;
    if (units > LARGEST_OWN_KEY || units < -LARGEST_OWN_KEY) {
      return classOf(BigDecimal.valueOf(units, scale));
    }
    long key = key(approximate);
    int i = firstNotBelow(approximate, key);
    return keys[i] == key ? tied(BigDecimal.valueOf(units, scale), key, i) : 2 * i;
  }

  /** The class of a value whose key is that of the i-th breakpoint and maybe of more. */
  private int tied(BigDecimal value, long key, int first) {
    int i = first;
    for (; keys[i] == key; i++) {
      int order = value.compareTo(exact[i]);
      if (order <= 0) {
        return order == 0 ? 2 * i + 1 : 2 * i;
      }
    }
    return 2 * i;
  }

  private int tied(long value, long key, int first) {
    int i = first;
    for (; keys[i] == key; i++) {
      if (Math.abs(floors[i]) == Long.MAX_VALUE || value == Long.MIN_VALUE) {
        return tied(BigDecimal.valueOf(value), key, first);
      }
      if (value <= floors[i]) {
        return value == floors[i] && whole[i] ? 2 * i + 1 : 2 * i;
      }
    }
    return 2 * i;
  }

  /** Steps over the breakpoints of one stretch without a branch on where the value lies. */
  private int firstNotBelow(double value, long key) {
    int i = stretches[stretch(value, low, stretchesPerUnit, stretches.length)];
    return crowd <= 1 ? i + (int) (keys[i] - key >>> 63) : inCrowd(value, key, i);
  }

  private int inCrowd(double value, long key, int from) {
    if (crowd > LONGEST_SCAN) {
      return search(value, key, from);
    }
    int i = from;
    for (int step = 0; step < crowd; step++) {
      i += (int) (keys[i] - key >>> 63);
    }
    return i;
  }

  private int search(double value, long key, int from) {
    int stretch = stretch(value, low, stretchesPerUnit, stretches.length);
    int i = from;
    int end = stretch + 1 < stretches.length ? stretches[stretch + 1] : exact.length;
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
