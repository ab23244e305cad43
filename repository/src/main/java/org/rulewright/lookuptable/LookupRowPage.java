package org.rulewright.lookuptable;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.lookup.LookupTable;

/**
 * One page of the rows of a version.
 *
 * @param total of all rows
 */
public record LookupRowPage(List<Row> rows, int total) {

  /** The most rows a page has. */
  public static final int MOST = 10_000;

  /**
   * One row.
   *
   * @param number counts from 1
   */
  public record Row(int number, Map<String, @Nullable Object> values, LookupTable.Period period) {}

  public LookupRowPage {
    rows = List.copyOf(rows);
  }
}
