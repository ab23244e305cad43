package org.rulewright.database;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords nobody has to remember. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** 192 random bits in letters that need no quoting in SQL or in a URL. */
  static String password() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
