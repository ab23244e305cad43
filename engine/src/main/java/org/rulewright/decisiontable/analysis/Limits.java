package org.rulewright.decisiontable.analysis;

import java.time.Duration;

/**
 * How long an analysis may take.
 *
 * @param pairs for looking at all pairs of rules
 * @param reach for finding rules that never apply
 * @param gaps for finding what no rule takes
 */
public record Limits(Duration pairs, Duration reach, Duration gaps) {

  /** Before a version is made: all together at most 20 seconds. */
  public static final Limits THOROUGH =
      new Limits(Duration.ofSeconds(6), Duration.ofSeconds(7), Duration.ofSeconds(7));

  /** While somebody types. */
  public static final Limits QUICK =
      new Limits(Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofMillis(400));
}
