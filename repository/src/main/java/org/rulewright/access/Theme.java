package org.rulewright.access;

/** How the studio looks. */
public enum Theme {
  /** As the person's system does. */
  SYSTEM,
  LIGHT,
  DARK
}
