package org.rulewright.decision;

/** The kind of logic behind a decision. */
public enum DecisionKind {
  DECISION_TABLE,
  LITERAL_EXPRESSION,
  OTHER
}
