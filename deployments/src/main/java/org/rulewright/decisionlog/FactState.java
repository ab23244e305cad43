package org.rulewright.decisionlog;

/** Whether a fact was given, given as null, or not given at all. */
public enum FactState {
  GIVEN,
  NULL,
  MISSING
}
