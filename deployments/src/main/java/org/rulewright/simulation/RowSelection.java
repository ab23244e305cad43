package org.rulewright.simulation;

import org.jspecify.annotations.Nullable;

/** Which rows of a run are listed; a part that is null lets all through. */
public record RowSelection(@Nullable String verdict, @Nullable String grade) {

  /** Every row. */
  public static final RowSelection ALL = new RowSelection(null, null);
}
