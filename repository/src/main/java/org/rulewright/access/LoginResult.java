package org.rulewright.access;

import java.time.Duration;

/** What became of a try to sign in. */
public sealed interface LoginResult {

  /** Welcome. */
  record SignedIn(User user) implements LoginResult {}

  /** Login or password is wrong, or the user is not active: which one is not said. */
  record Rejected() implements LoginResult {}

  /** Too many failures; the password was not looked at. */
  record Throttled(Duration retryAfter) implements LoginResult {}
}
