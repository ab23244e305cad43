package org.rulewright.access;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes of passwords by Argon2id (19 MiB, 2 passes: OWASP's least recommended setting). */
final class Passwords {

  private static final Argon2PasswordEncoder ENCODER =
      new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

  /** Compared against where there is no user, so that both take the same time. */
  private static final String NOBODY = String.valueOf(ENCODER.encode("nobody has this password"));

  /** Each hashing needs its memory: a flood of logins must not take all of it. */
  private static final Semaphore PLACES =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

  private Passwords() {}

  static String hash(String password) {
    PLACES.acquireUninterruptibly();
    try {
      return String.valueOf(ENCODER.encode(password));
    } finally {
      PLACES.release();
    }
  }

  /** Takes as long without a hash as with one, and is then false. */
  static boolean matches(String password, @Nullable String hash) {
    PLACES.acquireUninterruptibly();
    try {
      var equal = ENCODER.matches(password, hash == null ? NOBODY : hash);
      return equal && hash != null;
    } finally {
      PLACES.release();
    }
  }

  static boolean isWeak(String hash) {
    return ENCODER.upgradeEncoding(hash);
  }
}
