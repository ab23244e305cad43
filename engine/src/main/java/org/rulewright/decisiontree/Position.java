package org.rulewright.decisiontree;

/**
 * Where a node stands on the canvas.
 *
 * @param x pixels from the left
 * @param y pixels from the top
 */
public record Position(double x, double y) {

  public Position {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("a position is two finite numbers");
    }
  }
}
