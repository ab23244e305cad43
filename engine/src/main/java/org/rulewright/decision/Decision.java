package org.rulewright.decision;

import java.time.OffsetDateTime;

/** Something that decides, whatever logic is behind it. */
public interface Decision {

  String id();

  String name();

  DecisionKind kind();

  /**
   * Decides on the facts.
   *
   * @param asOf what {@code now()} and {@code today()} return
   * @param traced whether the outcome carries its trace; without it nothing is allocated for one
   */
  Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced);
}
