package org.rulewright.dataset.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of rows.
 *
 * @param filters all of them must hold
 * @param words text within any column's text, without regard to case; empty for all rows
 * @param sortedBy a column, null for the order of the source
 */
public record RowQuery(
    long offset,
    int limit,
    List<RowFilter> filters,
    String words,
    @Nullable String sortedBy,
    boolean descending) {
  public static final int MOST = 10_000;

  public RowQuery {
    if (offset < 0 || limit < 0 || limit > MOST) {
      throw new IllegalArgumentException("a page has 0 to " + MOST + " rows");
    }
    filters = List.copyOf(filters);
  }

  public static RowQuery page(long offset, int limit) {
    return new RowQuery(offset, limit, List.of(), "", null, false);
  }

  public RowQuery where(String column, Comparison comparison, String value) {
    var more = new ArrayList<>(filters);
    more.add(new RowFilter(column, comparison, value));
    return new RowQuery(offset, limit, more, words, sortedBy, descending);
  }

  public RowQuery sorted(String column, boolean down) {
    return new RowQuery(offset, limit, filters, words, column, down);
  }

  /** Only rows with these words in any column. */
  public RowQuery with(String wanted) {
    return new RowQuery(offset, limit, filters, wanted, sortedBy, descending);
  }
}
