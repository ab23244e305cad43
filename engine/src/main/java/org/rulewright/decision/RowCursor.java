package org.rulewright.decision;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one row of many as a map, which moves from row to row.
 *
 * <p>For whoever reads a few facts and keeps none: what has to stay takes {@link FactColumns#row}.
 */
public final class RowCursor extends AbstractMap<String, @Nullable Object> {

  private final FactColumns columns;
  private int row;

  RowCursor(FactColumns columns) {
    this.columns = columns;
  }

  /** Moves to a row, and is the map of that. */
  public RowCursor at(int number) {
    row = number;
    return this;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int slot = columns.layout().slot(name);
    Object value = slot < 0 ? null : columns.columns().get(slot).at(row);
    return value == FactRow.ABSENT ? null : value;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    int slot = columns.layout().slot(name);
    return slot >= 0 && columns.columns().get(slot).at(row) != FactRow.ABSENT;
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return columns.row(row).entrySet();
  }
}
