package org.rulewright.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of many rows by column.
 *
 * @param columns one for each name of the layout
 */
public record FactColumns(FactLayout layout, List<FactColumn> columns, int rows) {

  public FactColumns {
    columns = List.copyOf(columns);
    if (columns.size() != layout.names().size()) {
      throw new IllegalArgumentException(
          columns.size() + " columns for " + layout.names().size() + " names");
    }
  }

  /** The column of a name; where there is none, the fact is absent from every row. */
  public FactColumn column(String name) {
    int slot = layout.slot(name);
    return slot < 0 ? new FactColumn.Same(FactRow.ABSENT) : columns.get(slot);
  }

  /** A view of one row after the other; facts are made only when they are asked for. */
  public RowCursor cursor() {
    return new RowCursor(this);
  }

  /** One row as it would be evaluated alone. */
  public FactRow row(int row) {
    @Nullable Object[] values = new Object[columns.size()];
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = columns.get(slot).at(row);
    }
    return layout.row(values);
  }
}
