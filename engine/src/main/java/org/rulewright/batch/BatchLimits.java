package org.rulewright.batch;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * When a batch of chunks ends before its chunks do; both are looked at every few thousand rows.
 *
 * @param time how long it may take
 * @param cancelled asked by several threads; true ends the batch
 */
public record BatchLimits(Duration time, BooleanSupplier cancelled) {

  /** Ends with the chunks. */
  public static final BatchLimits NONE = new BatchLimits(Duration.ofDays(365), () -> false);
}
