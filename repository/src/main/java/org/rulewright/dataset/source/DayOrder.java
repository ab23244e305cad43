package org.rulewright.dataset.source;

/** How a date of three short numbers such as 3/4/2016 is read. */
public enum DayOrder {
  DAY_FIRST,
  MONTH_FIRST
}
