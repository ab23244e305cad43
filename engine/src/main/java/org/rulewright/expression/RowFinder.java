package org.rulewright.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the function {@code lookup} finds its rows, for the evaluation that is running. */
@FunctionalInterface
public interface RowFinder {

  /** Bound around an evaluation that may read look-up tables; without it every call is an error. */
  ScopedValue<RowFinder> CURRENT = ScopedValue.newInstance();

  /**
   * Finds a row.
   *
   * @return a {@code Map} of the row's columns, null where no row has the key, {@link
   *     Expression#UNDECIDED} where there is no such table or it has other key columns
   */
  @Nullable Object row(String table, List<? extends @Nullable Object> key);
}
