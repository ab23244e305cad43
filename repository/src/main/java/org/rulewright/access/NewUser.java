package org.rulewright.access;

import java.util.Set;

/** What an administrator fills in for a new user. */
public record NewUser(
    String login, String displayName, String password, Set<Role> roles, Language language) {

  public NewUser {
    roles = Set.copyOf(roles);
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "NewUser[" + login + "]";
  }
}
