package org.rulewright.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step inside a decision.
 *
 * @param hits ids of what matched, in order: rules of a table or rule set, the leaf of a tree, the
 *     bin of a characteristic, the row of a look-up table, the sequence flows taken from a gateway
 * @param value what the step came to; null when it failed, too
 * @param delegated whether the reference engine evaluated the whole step
 */
public record TraceStep(
    String decisionId,
    String decisionName,
    DecisionKind kind,
    List<String> hits,
    @Nullable Object value,
    boolean delegated) {

  public TraceStep {
    hits = List.copyOf(hits);
  }
}
