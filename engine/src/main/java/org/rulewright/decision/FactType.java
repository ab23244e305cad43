package org.rulewright.decision;

/** The type a fact is declared with. */
public enum FactType {
  NUMBER,
  TEXT,
  BOOLEAN,
  DATE,
  TIME,
  DATE_TIME,
  DURATION,
  LIST,
  CONTEXT,
  ANY
}
