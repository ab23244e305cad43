package org.rulewright.decisiontable;

/** How many cells there are, and how many of them our compiler took. */
public record CellCount(int total, int compiled) {

  public static final CellCount NONE = new CellCount(0, 0);

  public CellCount plus(CellCount other) {
    return new CellCount(total + other.total, compiled + other.compiled);
  }

  double share() {
    return total == 0 ? 1 : (double) compiled / total;
  }
}
