package org.rulewright.decision;

/** How bad a diagnostic is: an error stops a release, a warning does not. */
public enum Severity {
  ERROR,
  WARNING,
  INFO
}
