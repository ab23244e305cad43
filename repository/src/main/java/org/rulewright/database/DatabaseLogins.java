package org.rulewright.database;

/**
 * The two ways into one database: the owner migrates, the runtime role works.
 *
 * @param owner may create and change tables
 * @param runtime may only do what a migration granted it
 */
public record DatabaseLogins(Login owner, Login runtime) {

  /** False where both are one role, so that grants protect nothing and only triggers do. */
  public boolean separated() {
    return !owner.username().equals(runtime.username());
  }
}
