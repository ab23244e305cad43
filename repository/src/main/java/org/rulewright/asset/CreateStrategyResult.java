package org.rulewright.asset;

import java.util.List;

/** What became of beginning a strategy. */
public sealed interface CreateStrategyResult {

  /** It is there, with its first revision. */
  record Created(Strategy strategy, DraftRevision draft) implements CreateStrategyResult {}

  /** It is not, for each of these reasons. */
  record Refused(List<Refusal> refusals) implements CreateStrategyResult {

    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
