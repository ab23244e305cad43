package org.rulewright.dataset.sql;

import java.time.Duration;
import org.rulewright.dataset.snapshot.DuckLimits;

/**
 * What one SELECT of a person may take.
 *
 * @param time from its start to its last row
 */
public record SqlLimits(DuckLimits duck, Duration time) {

  /** One thread, so that floating point sums come out the same each time. */
  public static final SqlLimits DEFAULT =
      new SqlLimits(new DuckLimits(1_024, 8_192, 1), Duration.ofMinutes(10));

  public static final SqlLimits PREVIEW =
      new SqlLimits(new DuckLimits(1_024, 4_096, 1), Duration.ofMinutes(1));
}
