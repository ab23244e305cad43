package org.rulewright.ruleflow;

import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.DecisionSource;

/**
 * The decision behind a reference, found once.
 *
 * <p>A flow is looked for only when it is first called: flows that call each other in a circle
 * would otherwise never be done compiling, and are stopped by their depth instead.
 */
final class Target {

  private final FlowReference reference;
  private final DecisionSource source;
  private volatile @Nullable Decision found;

  Target(FlowReference reference, DecisionSource source) {
    this.reference = reference;
    this.source = source;
  }

  boolean isFlow() {
    return reference.kind() == DecisionKind.FLOW;
  }

  /** The decision, null where there is none. */
  @Nullable Decision decision() {
    Decision known = found;
    if (known == null) {
      known = source.find(reference.kind(), reference.key()).orElse(null);
      found = known;
    }
    return known;
  }
}
