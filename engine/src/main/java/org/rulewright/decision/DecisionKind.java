package org.rulewright.decision;

/** The kind of logic behind a decision, or behind one step of it. */
public enum DecisionKind {
  DECISION_TABLE,
  LITERAL_EXPRESSION,
  DECISION_TREE,
  SCORECARD,
  RULE_SET,
  LOOKUP,
  MODEL,
  /** A rule flow as a whole. */
  FLOW,
  /** A step of a rule flow other than a decision: an event, a gateway, a call. */
  FLOW_STEP,
  OTHER
}
