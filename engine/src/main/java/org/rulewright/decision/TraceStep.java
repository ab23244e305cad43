package org.rulewright.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision inside a decision.
 *
 * @param hits ids of the rules that matched, in the order of the table
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
