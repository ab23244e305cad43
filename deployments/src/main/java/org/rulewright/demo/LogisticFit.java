package org.rulewright.demo;

/**
 * Logistic regression by iteratively reweighted least squares (Newton's method on the likelihood).
 */
final class LogisticFit {

  private static final int MOST_STEPS = 50;
  private static final double ENOUGH = 1e-10;

  /** Keeps the step defined where a column is nearly constant; too small to move a weight. */
  private static final double RIDGE = 1e-9;

  private LogisticFit() {}

  /**
   * Returns one weight for each column.
   *
   * @param rows a column of ones among them, where there is to be an intercept
   */
  static double[] of(double[][] rows, boolean[] positive) {
    int width = rows[0].length;
    var weights = new double[width];
    for (int step = 0; step < MOST_STEPS; step++) {
      var system = new double[width][width + 1];
      for (int row = 0; row < rows.length; row++) {
        double p = EnterpriseGenerator.logistic(product(rows[row], weights));
        double error = (positive[row] ? 1 : 0) - p;
        for (int i = 0; i < width; i++) {
          system[i][width] += rows[row][i] * error;
          for (int j = 0; j < width; j++) {
            system[i][j] += p * (1 - p) * rows[row][i] * rows[row][j];
          }
        }
      }
      double largest = 0;
      var change = solved(system);
      for (int i = 0; i < width; i++) {
        weights[i] += change[i];
        largest = Math.max(largest, Math.abs(change[i]));
      }
      if (largest < ENOUGH) {
        return weights;
      }
    }
    throw new IllegalStateException("the fit does not come to rest");
  }

  private static double product(double[] row, double[] weights) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * weights[i];
    }
    return sum;
  }

  /**
   * Solves a positive definite system by Gauss's elimination; the last column is the right side.
   */
  private static double[] solved(double[][] system) {
    int width = system.length;
    for (int i = 0; i < width; i++) {
      system[i][i] += RIDGE;
      for (int row = i + 1; row < width; row++) {
        double factor = system[row][i] / system[i][i];
        for (int column = i; column <= width; column++) {
          system[row][column] -= factor * system[i][column];
        }
      }
    }
    var solution = new double[width];
    for (int i = width - 1; i >= 0; i--) {
      double sum = system[i][width];
      for (int column = i + 1; column < width; column++) {
        sum -= system[i][column] * solution[column];
      }
      solution[i] = sum / system[i][i];
    }
    return solution;
  }
}
