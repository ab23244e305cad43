package org.rulewright.model;

/** The scores of a batch, row by row the same as scoring each row alone. */
public interface BatchScores {

  int rows();

  /** The outcome of one row. */
  ModelScore row(int row);

  /** Whether a row has outputs. */
  boolean scored(int row);

  /**
   * The numbers of one output for all rows; NaN where the row failed.
   *
   * @throws IllegalArgumentException when the model has no numeric output of this name
   */
  double[] numbers(String output);
}
