package org.rulewright.dataset.source;

import org.jspecify.annotations.Nullable;

/**
 * One cell, or one row as a whole, that cannot be kept.
 *
 * @param line line of the file, counted from 1
 * @param column the column's name, null when the row as a whole is wrong
 * @param value the text as it stands in the file, shortened when long
 */
public record RowProblem(long line, @Nullable String column, String value, CellProblem problem) {
  private static final int SHOWN = 200;

  public RowProblem {
    value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }
}
