package org.rulewright.dataset.source;

/** What the cells of a column are. */
public enum ColumnType {
  TEXT,
  /** An exact decimal of at most {@link NumberText#INTEGER_DIGITS} and {@link NumberText#SCALE}. */
  NUMBER,
  BOOLEAN,
  DATE,
  /** A local date and time without an offset. */
  DATE_TIME
}
