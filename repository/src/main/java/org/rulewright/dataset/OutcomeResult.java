package org.rulewright.dataset;

/** What became of the definition of an outcome column. */
public sealed interface OutcomeResult {

  record Defined(Outcome outcome) implements OutcomeResult {}

  record UnknownColumn(String column) implements OutcomeResult {}
}
