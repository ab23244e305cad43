package org.rulewright.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of decimals that are given as whole numbers of one unit, such as cents or days.
 *
 * <p>Where all numbers have one scale a comparison with a decimal is a comparison with a whole
 * number, so the search is exact without another look: the values are laid out over equal stretches
 * of two to some power, few enough steps begin in each, and these are counted without a branch.
 */
public final class UnitIndex {

  /** Or four for each step, where that is more. */
  private static final int MOST_STRETCHES = 4096;

  private static final int MOST_STEPS = 4;

  /** So many stretches, and no more than one step in each, are searched fastest. */
  private static final int FEW_STRETCHES = 512;

  private final int scale;

  /** The first value of each step but the first, in order; then as many ends as may be read. */
  private final long[] starts;

  /** What the index knows the row of each step by. */
  private final int[] rows;

  /** The last value of the first step; whatever is below is there, too. */
  private final long low;

  private final long high;
  private final int shift;

  /** The step the first value of each stretch lies in. */
  private final int[] firsts;

  /** The most steps that begin inside a stretch. */
  private final int crowd;

  private UnitIndex(
      int scale,
      long[] starts,
      int[] rows,
      long low,
      long high,
      int shift,
      int[] firsts,
      int crowd) {
    this.scale = scale;
    this.starts = starts;
    this.rows = rows;
    this.low = low;
    this.high = high;
    this.shift = shift;
    this.firsts = firsts;
    this.crowd = crowd;
  }

  /**
   * Lays steps out; null where they lie too far apart or too uneven.
   *
   * @param points in order; class {@code 2i + 1} holds exactly the i-th, class {@code 2i} what lies
   *     between it and the one before
   * @param scale of the values: one is ten to the scale units
   * @param rowOfClass by class, from {@code first} on
   */
  public static @Nullable UnitIndex of(
      BigDecimal[] points, int scale, int[] rowOfClass, int first) {
    Steps steps = new Steps(2 * points.length + 1, rowOfClass[first]);
    for (int i = 0; i < points.length; i++) {
      BigDecimal units = points[i].movePointRight(scale);
      BigDecimal floor = units.setScale(0, RoundingMode.FLOOR);
      boolean whole = floor.compareTo(units) == 0;
      if (floor.abs().compareTo(FARTHEST) > 0) {
        return null;
      }
      if (whole) {
        steps.add(floor.longValueExact(), rowOfClass[first + 2 * i + 1]);
      }
      steps.add(floor.longValueExact() + 1, rowOfClass[first + 2 * i + 2]);
    }
    return steps.laidOut(scale);
  }

  /** So near that no sum or difference of two of them overflows. */
  private static final BigDecimal FARTHEST = BigDecimal.valueOf(1L << 61);

  /** Steps on their way; neighbours with the same row are one. */
  private static final class Steps {
    final long[] starts;
    final int[] rows;
    int count = 1;

    Steps(int most, int row) {
      starts = new long[most];
      rows = new int[most];
      rows[0] = row;
    }

    void add(long start, int row) {
      if (count > 1 && starts[count - 1] == start) {
        rows[count - 1] = row;
      } else {
        starts[count] = start;
        rows[count] = row;
        count++;
      }
      if (rows[count - 1] == rows[count - 2]) {
        count--;
      }
    }

    @Nullable UnitIndex laidOut(int scale) {
      long low = count == 1 ? 0 : starts[1] - 1;
      long high = count == 1 ? 0 : starts[count - 1];
      int shift = 0;
      while (high - low >> shift >= FEW_STRETCHES) {
        shift++;
      }
      int crowd = crowd(low, shift);
      while (crowd > 1
          && shift > 0
          && high - low >> shift - 1 < Math.max(MOST_STRETCHES, 4L * count)) {
        crowd = crowd(low, --shift);
      }
      if (crowd > MOST_STEPS) {
        return null;
      }
      int[] firsts = new int[(int) (high - low >> shift) + 1];
      for (int step = 1; step < count; step++) {
        // a step that begins with a stretch is the step of its first value
        int stretch = (int) (starts[step] - low + (1L << shift) - 1 >> shift);
        if (stretch < firsts.length) {
          firsts[stretch] = step;
        }
      }
      for (int stretch = 1; stretch < firsts.length; stretch++) {
        firsts[stretch] = Math.max(firsts[stretch], firsts[stretch - 1]);
      }
      long[] ends = Arrays.copyOf(starts, count + MOST_STEPS + 1);
      Arrays.fill(ends, count, ends.length, high + 1);
      return new UnitIndex(
          scale, ends, Arrays.copyOf(rows, count), low, high, shift, firsts, crowd);
    }

    private int crowd(long low, int shift) {
      int most = 0;
      int inside = 0;
      long last = -1;
      for (int step = 1; step < count; step++) {
        long offset = starts[step] - low;
        long stretch = offset >> shift;
        inside = stretch == last ? inside : 0;
        last = stretch;
        inside += offset == stretch << shift ? 0 : 1;
        most = Math.max(most, inside);
      }
      return most;
    }
  }

  public int scale() {
    return scale;
  }

  /** The row of one value. */
  public int row(long units) {
    long value = Math.max(low, Math.min(units, high));
    int step = firsts[(int) (value - low >> shift)];
    for (int i = 0; i < crowd; i++) {
      step += (int) (starts[step + 1] - 1 - value >>> 63);
    }
    return rows[step];
  }

  /**
   * The rows of many values.
   *
   * @param none the value that stands for null, which is below all others
   */
  public void rows(long[] units, int from, int to, long none, int rowOfNull, int[] into) {
    if (crowd == 1) {
      for (int i = from; i < to; i++) {
        long value = Math.max(low, Math.min(units[i], high));
        int step = firsts[(int) (value - low >> shift)];
        step += (int) (starts[step + 1] - 1 - value >>> 63);
        into[i - from] = units[i] == none ? rowOfNull : rows[step];
      }
    } else {
      for (int i = from; i < to; i++) {
        into[i - from] = units[i] == none ? rowOfNull : row(units[i]);
      }
    }
  }

  /** The same for days. */
  public void rows(int[] days, int from, int to, int none, int rowOfNull, int[] into) {
    for (int i = from; i < to; i++) {
      into[i - from] = days[i] == none ? rowOfNull : row(days[i]);
    }
  }
}
