package org.rulewright.dataset;

/** What happens when some rows cannot be read. */
public enum RowErrorPolicy {
  KEEP_GOOD_ROWS,
  REFUSE_ALL
}
