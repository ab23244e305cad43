package org.rulewright.decisionlog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of decisions, and the last id of it when there are more. */
public record DecisionPage(List<DecisionSummary> decisions, @Nullable DecisionId nextCursor) {

  /** Where the next page begins; empty on the last page. */
  public Optional<DecisionId> next() {
    return Optional.ofNullable(nextCursor);
  }
}
