package org.rulewright.parity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** Rows in which every two values of every two inputs meet at least once. */
final class Pairs {

  /** Tries for each open place of a row; more tries make fewer rows. */
  private static final int TRIES = 8;

  private final int[] sizes;
  private final int most;
  private final SplittableRandom random;
  private final BitSet[][] met;

  Pairs(int[] sizes, int most, SplittableRandom random) {
    this.sizes = sizes;
    this.most = most;
    this.random = random;
    this.met = new BitSet[sizes.length][sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      for (int j = i + 1; j < sizes.length; j++) {
        met[i][j] = new BitSet(sizes[i] * sizes[j]);
      }
    }
  }

  /** Returns for every row the number of the value each input has; at most so many as allowed. */
  List<int[]> rows() {
    var rows = new ArrayList<int[]>();
    for (int i = 0; i < sizes.length; i++) {
      for (int j = i + 1; j < sizes.length; j++) {
        int pairs = sizes[i] * sizes[j];
        for (int pair = met[i][j].nextClearBit(0); pair < pairs; ) {
          if (rows.size() >= most) {
            return rows;
          }
          var row = row(i, pair / sizes[j], j, pair % sizes[j]);
          mark(row);
          rows.add(row);
          pair = met[i][j].nextClearBit(pair);
        }
      }
    }
    return rows;
  }

  private int[] row(int i, int first, int j, int second) {
    var row = new int[sizes.length];
    java.util.Arrays.fill(row, -1);
    row[i] = first;
    row[j] = second;
    for (int k = 0; k < sizes.length; k++) {
      if (row[k] < 0) {
        row[k] = best(row, k);
      }
    }
    return row;
  }

  /** Of some values chosen by chance the one that meets most values for the first time. */
  private int best(int[] row, int at) {
    int best = 0;
    int most = -1;
    for (int i = 0; i < TRIES; i++) {
      int value = random.nextInt(sizes[at]);
      int fresh = 0;
      for (int other = 0; other < row.length; other++) {
        if (other != at && row[other] >= 0 && !haveMet(at, value, other, row[other])) {
          fresh++;
        }
      }
      if (fresh > most) {
        most = fresh;
        best = value;
      }
    }
    return best;
  }

  private boolean haveMet(int i, int first, int j, int second) {
    return i < j
        ? met[i][j].get(first * sizes[j] + second)
        : met[j][i].get(second * sizes[i] + first);
  }

  private void mark(int[] row) {
    for (int i = 0; i < row.length; i++) {
      for (int j = i + 1; j < row.length; j++) {
        met[i][j].set(row[i] * sizes[j] + row[j]);
      }
    }
  }
}
