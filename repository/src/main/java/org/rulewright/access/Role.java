package org.rulewright.access;

/** What somebody may do; names are stored. */
public enum Role {
  /** Draws strategies. */
  STRATEGIST(true),
  /** Releases what others drew. */
  GOVERNOR(false),
  /** Looks decisions up. */
  REVIEWER(true),
  /** Decides applications. */
  OFFICER(true),
  /** Is an applicant. */
  ENTERPRISE(true),
  /** Keeps the installation running. */
  OPERATOR(true),
  /** Keeps users, roles and keys. */
  ADMINISTRATOR(false),
  /** Asks for decisions. */
  CALLER(true);

  private final boolean forKeys;

  Role(boolean forKeys) {
    this.forKeys = forKeys;
  }

  /** Scripts never sign off, release or grant. */
  public boolean forKeys() {
    return forKeys;
  }
}
