package org.rulewright.decisiontable;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a divided table lie among its bits.
 *
 * <p>A part begins with a row in which all its rules are set, then has the rows of all columns but
 * the dividing one, then those rows of the dividing column that belong to the part.
 */
final class Parts {

  private final int rows;
  private final int groupSize;
  private final int otherRows;
  private final int[] base;
  private final int[] words;
  private final int none;

  /** By part; the last entry, after as many as there are bits, stands for no rule. */
  private final int[][] rules;

  /** The same in half the memory, in place of it where the numbers of all rules fit. */
  private final char @Nullable [][] few;

  /**
   * Makes room for parts.
   *
   * @param rows of the dividing column
   * @param groupSize how many of them share a part
   * @param otherRows of all other columns, and the first
   * @param none what stands for no rule
   */
  Parts(int rows, int groupSize, int parts, int otherRows, int none) {
    this.none = none;
    this.rows = rows;
    this.groupSize = Integer.numberOfTrailingZeros(groupSize);
    this.otherRows = otherRows;
    this.base = new int[parts];
    this.words = new int[parts];
    this.few = none <= Character.MAX_VALUE ? new char[parts][] : null;
    this.rules = new int[few == null ? parts : 0][];
  }

  /** Lays a part at a place and returns how long it is. */
  int lay(int part, int at, int[] inside) {
    base[part] = at;
    words[part] = Division.words(inside.length);
    int last = words[part] * 64;
    if (few == null) {
      rules[part] = Arrays.copyOf(inside, last + 1);
      rules[part][last] = none;
    } else {
      few[part] = new char[last + 1];
      for (int i = 0; i < inside.length; i++) {
        few[part][i] = (char) inside[i];
      }
      few[part][last] = (char) none;
    }
    return words[part] * (otherRows + endRow(part) - firstRow(part));
  }

  int count() {
    return base.length;
  }

  /** Whether every row has a part of its own. */
  boolean isFine() {
    return groupSize == 0;
  }

  int partOf(int row) {
    return row >> groupSize;
  }

  int firstRow(int part) {
    return part << groupSize;
  }

  int endRow(int part) {
    return Math.min(rows, part + 1 << groupSize);
  }

  int base(int part) {
    return base[part];
  }

  int words(int part) {
    return words[part];
  }

  /** Number of the row of the dividing column inside its part. */
  int ownRow(int row) {
    return otherRows + (row & (1 << groupSize) - 1);
  }

  /** Number in the table of a rule of a part. */
  int rule(int part, int number) {
    return few == null ? rules[part][number] : few[part][number];
  }
}
