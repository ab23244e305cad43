package org.rulewright.parity;

/** How a fact set was chosen. */
public enum Stage {
  /**
   * One of every elementary region into which the model's constants part the inputs; within one,
   * every column that tests an input as it is answers the same.
   */
  REGIONS,
  /** One input at a boundary, the others anywhere. */
  BOUNDARIES,
  /** Every two values of two inputs meet at least once. */
  PAIRS,
  /** By chance. */
  RANDOM
}
