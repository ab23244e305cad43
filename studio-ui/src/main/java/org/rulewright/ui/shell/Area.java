package org.rulewright.ui.shell;

/** A section of the navigation; sections without a screen for the person are not shown. */
public enum Area {
  /** Above all sections, without a heading. */
  HOME,
  /** Strategies, features, data. */
  DESIGN,
  /** Releases, decisions, portfolio runs. */
  OPERATION,
  /** Users, keys, audit trail, jobs. */
  ADMINISTRATION
}
