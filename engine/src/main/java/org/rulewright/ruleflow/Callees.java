package org.rulewright.ruleflow;

import java.util.Optional;
import org.rulewright.decision.DecisionSource;

/** What is known about the things a flow may call. */
@FunctionalInterface
public interface Callees {

  /** Finds what is known of a callee; empty where there is no such thing. */
  Optional<Callee> find(FlowReference reference);

  /** Knows of everything a source has that it is there. */
  static Callees of(DecisionSource source) {
    return reference -> source.find(reference.kind(), reference.key()).map(found -> Callee.UNKNOWN);
  }
}
