package org.rulewright.dataset;

/** What became of the wish for a new data set. */
public sealed interface CreateResult {

  record Created(Dataset dataset) implements CreateResult {}

  /** Another data set, perhaps an archived one, has the key. */
  record KeyTaken(String key) implements CreateResult {}
}
