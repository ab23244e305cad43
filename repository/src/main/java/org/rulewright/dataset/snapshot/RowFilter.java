package org.rulewright.dataset.snapshot;

import org.rulewright.dataset.source.ColumnType;

/**
 * Keeps the rows whose column compares so.
 *
 * @param value as text, read by the column's type: a plain number, an ISO date, true or false
 */
public record RowFilter(String column, Comparison comparison, String value) {

  /** Whether the value can be read for a column of the type; a form asks before it filters. */
  public boolean fits(ColumnType type) {
    try {
      return switch (comparison) {
        case MISSING, PRESENT, CONTAINS -> true;
        default -> Values.parse(value, type) != null;
      };
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
