package org.rulewright.access;

/** What became of a change to a user. */
public sealed interface UserChange {

  /** The user as it is now. */
  record Changed(User user) implements UserChange {}

  /** Nothing was changed. */
  record Refused(AccessRefusal reason) implements UserChange {}
}
