package org.rulewright.dataset;

/** Where a data set comes from. */
public enum DatasetKind {
  /** From a delivered file. */
  IMPORTED,
  /** From a SELECT over other data sets. */
  DERIVED
}
