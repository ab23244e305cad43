package org.rulewright.model;

import java.time.Duration;

/**
 * What a model may cost.
 *
 * @param maxBytes the largest file that is opened
 * @param load the longest time that opening may take
 * @param score the longest time that scoring one row, or one slice of a batch, may take
 */
public record ModelLimits(long maxBytes, Duration load, Duration score) {

  public static final ModelLimits DEFAULT =
      new ModelLimits(100L * 1024 * 1024, Duration.ofSeconds(60), Duration.ofSeconds(2));

  public ModelLimits {
    if (maxBytes < 1 || !load.isPositive() || !score.isPositive()) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
