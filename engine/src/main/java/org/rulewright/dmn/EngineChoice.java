package org.rulewright.dmn;

/** Which engine evaluates. */
public enum EngineChoice {
  /** Ours, with the reference engine behind it for whatever ours leaves alone. */
  COMPILED,
  /** Apache KIE in strict mode, for everything. */
  KIE,
  /** Camunda 7, for decision tables and literal expressions in FEEL; other things it refuses. */
  CAMUNDA
}
