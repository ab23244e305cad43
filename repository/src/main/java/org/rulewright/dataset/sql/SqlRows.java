package org.rulewright.dataset.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.snapshot.StoredColumn;

/** Takes the answer of a SELECT. */
public interface SqlRows {

  /** Called once, before the rows. */
  void columns(List<StoredColumn> columns);

  /** Takes one row; false stops. The array is used again. */
  boolean row(@Nullable Object[] values);
}
