package org.rulewright.decisionlog;

import org.jspecify.annotations.Nullable;

/**
 * A recorded decision with everything that is left of it.
 *
 * @param payload null once the subject was erased: the key that would open it is destroyed
 */
public record DecisionRecord(
    DecisionSummary summary, @Nullable DecisionPayload payload, ChainState chain) {

  /** Whether the subject was erased, so that only the clear columns are left. */
  public boolean erased() {
    return payload == null;
  }
}
