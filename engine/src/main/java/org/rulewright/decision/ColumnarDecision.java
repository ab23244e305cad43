package org.rulewright.decision;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A decision that decides many rows faster than one by one, and the same. */
public interface ColumnarDecision extends Decision {

  /**
   * Decides on the rows from one (included) to another (excluded).
   *
   * @param outcomes where the outcome of row i is put at i - from
   */
  void evaluate(
      FactColumns facts,
      int from,
      int to,
      OffsetDateTime asOf,
      boolean traced,
      @Nullable Outcome[] outcomes);
}
