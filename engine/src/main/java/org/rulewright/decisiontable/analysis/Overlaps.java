package org.rulewright.decisiontable.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Finds the rules that take facts in common with another, quickly. */
final class Overlaps {

  private final Grid grid;

  /** By axis, most telling first, then by rule: the outermost regions of its side. */
  private final int[][] low;

  private final int[][] high;

  Overlaps(Grid grid) {
    this.grid = grid;
    int rules = grid.rules().size();
    int[] axes =
        IntStream.range(0, grid.axes().size())
            .boxed()
            .sorted((a, b) -> Double.compare(width(a), width(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    low = new int[axes.length][rules];
    high = new int[axes.length][rules];
    for (int i = 0; i < axes.length; i++) {
      for (int rule = 0; rule < rules; rule++) {
        Regions side = grid.rule(rule).side(axes[i]);
        low[i][rule] = side.isEmpty() ? Integer.MAX_VALUE : side.first();
        high[i][rule] = side.end();
      }
    }
  }

  /** The mean share of the axis that a rule takes; the narrower, the sooner two are apart. */
  private double width(int axis) {
    double all = grid.axes().get(axis).possible().size();
    return grid.rules().stream()
        .mapToDouble(box -> box.side(axis).size() / all)
        .average()
        .orElse(1);
  }

  /** The rules further up that take facts in common with this one. */
  int[] before(int rule) {
    return among(rule, rule);
  }

  /** All rules that take facts in common with this one. */
  int[] with(int rule) {
    return among(rule, grid.rules().size());
  }

  private int[] among(int rule, int end) {
    int[] found = new int[16];
    int count = 0;
    for (int other = 0; other < end; other++) {
      if (other != rule && mayOverlap(rule, other) && grid.rule(rule).overlaps(grid.rule(other))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = other;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private boolean mayOverlap(int rule, int other) {
    for (int i = 0; i < low.length; i++) {
      if (low[i][rule] >= high[i][other] || low[i][other] >= high[i][rule]) {
        return false;
      }
    }
    return true;
  }
}
