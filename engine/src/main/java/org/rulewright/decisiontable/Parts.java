package org.rulewright.decisiontable;

import java.util.Arrays;

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
    this.rules = new int[parts][];
  }

  /** Lays a part at a place and returns how long it is. */
  int lay(int part, int at, int[] inside) {
    base[part] = at;
    words[part] = Division.words(inside.length);
    rules[part] = Arrays.copyOf(inside, words[part] * 64 + 1);
    rules[part][words[part] * 64] = none;
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
    return rules[part][number];
  }
}
