package org.rulewright.simulation;

/** What became of an offer when the budget was allocated. */
public enum Allotment {
  /** The whole amount is granted. */
  FULL,
  /** The last offer that the budget reached: a part of the amount is granted. */
  PARTIAL,
  /** The budget was used up by offers that earn more for each yuan. */
  BUDGET_EXHAUSTED,
  /** The offer is expected to lose money on its terms. */
  UNPROFITABLE
}
