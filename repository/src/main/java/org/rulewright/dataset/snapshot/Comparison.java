package org.rulewright.dataset.snapshot;

/** How a filter compares a column with a value. */
public enum Comparison {
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">="),
  /** Text within the value's text, without regard to case. */
  CONTAINS("ILIKE"),
  /** The value is not looked at. */
  MISSING("IS NULL"),
  /** The value is not looked at. */
  PRESENT("IS NOT NULL");

  private final String sql;

  Comparison(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }
}
