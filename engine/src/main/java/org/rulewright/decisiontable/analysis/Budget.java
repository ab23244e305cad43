package org.rulewright.decisiontable.analysis;

import java.time.Duration;

/** How much work an analysis may still do. */
final class Budget {

  private static final int STEPS_BETWEEN_LOOKS = 1 << 14;

  private final long deadline;
  private long untilLook = STEPS_BETWEEN_LOOKS;
  private boolean spent;

  Budget(Duration limit) {
    deadline = System.nanoTime() + limit.toNanos();
  }

  /** Takes note of work done; returns whether there may be more. */
  boolean allows(int steps) {
    untilLook -= steps;
    if (untilLook < 0) {
      untilLook = STEPS_BETWEEN_LOOKS;
      spent = spent || System.nanoTime() - deadline > 0;
    }
    return !spent;
  }

  boolean isSpent() {
    return spent;
  }
}
