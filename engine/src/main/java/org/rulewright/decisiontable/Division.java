package org.rulewright.decisiontable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How a table is divided: by the rows of its most telling column into parts that hold only the
 * rules which can match there.
 *
 * <p>A large table is read word by word, so what counts is how few words a part has. The parts of a
 * column cost memory, because each keeps its own bits of all other columns; where they would cost
 * too much, neighbouring rows share a part.
 *
 * @param column the dividing column; -1 leaves the table whole
 * @param groupSize how many rows of that column share a part
 * @param words mean number of words a decision looks at
 */
record Division(int column, int groupSize, double words, long memory) {

  /** Below this many words reading them all costs next to nothing. */
  private static final int FEWEST_WORDS = 4;

  /** A division that saves less than this is not worth its memory. */
  private static final double LARGEST_SHARE = 0.7;

  private static final double HARDLY_WORSE = 1.1;

  static Division of(List<ColumnRows> columns, int rules) {
    long all = columns.stream().mapToLong(ColumnRows::rows).sum() + 1;
    int words = words(rules);
    Division best = new Division(-1, 1, words, words * all);
    if (words < FEWEST_WORDS) {
      return best;
    }
    List<Division> divisions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Division division = by(i, columns.get(i), all - columns.get(i).rows(), budget(rules));
      divisions.add(division);
      boolean better = division.words < best.words * (best.column < 0 ? LARGEST_SHARE : 1);
      best = better || !best.fits(rules) && division.memory < best.memory ? division : best;
    }
    return best.column < 0 ? best : smallest(divisions, best);
  }

  /** Of those that are hardly worse than the best, the one that takes the least memory. */
  private static Division smallest(List<Division> divisions, Division best) {
    return divisions.stream()
        .filter(it -> it.words <= best.words * HARDLY_WORSE)
        .filter(it -> it.groupSize <= best.groupSize)
        .min(Comparator.comparingLong(Division::memory))
        .orElse(best);
  }

  /** Longs the bits of a table may take: 640 bytes for each rule. */
  private static long budget(int rules) {
    return Math.max(1 << 16, 80L * rules);
  }

  boolean fits(int rules) {
    return memory <= budget(rules);
  }

  private static Division by(int number, ColumnRows column, long others, long budget) {
    Division division;
    int groupSize = 1;
    do {
      division = by(number, column, others, groupSize);
      groupSize *= 2;
    } while (division.memory > budget && groupSize < column.rows());
    return division;
  }

  private static Division by(int number, ColumnRows column, long others, int groupSize) {
    int[] crowds = column.crowds(groupSize);
    long memory = Arrays.stream(crowds).mapToLong(it -> words(it) * (others + groupSize)).sum();
    double words = Arrays.stream(crowds).map(Division::words).average().orElseThrow();
    return new Division(number, groupSize, words, memory);
  }

  static int words(int rules) {
    return Math.max(1, (rules + 63) / 64);
  }
}
