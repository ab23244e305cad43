package org.rulewright.decision;

import java.util.Optional;

/**
 * Where a flow or a model finds what it calls by key: decisions, look-up tables, scoring models.
 *
 * <p>What is found belongs to one release, so the same key always finds the same thing.
 */
@FunctionalInterface
public interface DecisionSource {

  DecisionSource NONE = (kind, key) -> Optional.empty();

  /** Finds what is called; empty where there is no such thing. */
  Optional<Decision> find(DecisionKind kind, String key);
}
