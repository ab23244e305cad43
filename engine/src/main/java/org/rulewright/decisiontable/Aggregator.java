package org.rulewright.decisiontable;

/** How a table that collects sums its matches up. */
public enum Aggregator {
  SUM,
  COUNT,
  MIN,
  MAX
}
