package org.rulewright.ui.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many failed tries to sign in; the password was not looked at. */
final class ThrottledException extends AuthenticationException {
  private final Duration retryAfter;

  ThrottledException(Duration retryAfter) {
    super("too many tries, wait " + retryAfter);
    this.retryAfter = retryAfter;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
