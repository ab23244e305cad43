package org.rulewright.expression;

/** What a unary test says of a value. */
public enum Verdict {
  MATCHES,
  FAILS,
  /** The reference engine would raise an error or has rules of its own: ask it. */
  UNDECIDED
}
