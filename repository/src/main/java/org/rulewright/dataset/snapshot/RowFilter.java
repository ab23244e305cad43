package org.rulewright.dataset.snapshot;

/**
 * Keeps the rows whose column compares so.
 *
 * @param value as text, read by the column's type: a plain number, an ISO date, true or false
 */
public record RowFilter(String column, Comparison comparison, String value) {}
