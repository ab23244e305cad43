package org.rulewright.simulation;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of a run are listed; a part that is null lets all through.
 *
 * @param words within the subject, or a whole reason code
 */
public record RowSelection(
    @Nullable String verdict, @Nullable String grade, @Nullable String words) {

  /** Every row. */
  public static final RowSelection ALL = new RowSelection(null, null, null);
}
