package org.rulewright.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Limits how often a password can be tried, across restarts and nodes.
 *
 * <p>Narrow for one login from one source, wide for a login from everywhere (so that nobody can
 * lock somebody else out from afar with a few tries) and for a source over all logins. A try counts
 * before its password is looked at, so that tries at once cannot slip through; a success gives back
 * what it counted.
 */
final class LoginThrottle {

  /** Of a flood of tries the audit trail needs to know that it goes on, not each drop. */
  private static final int NOTED_EVERY = 100;

  private final JdbcClient jdbc;
  private final Clock clock;

  LoginThrottle(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What to do about a try that is one too many. */
  Optional<Wait> count(String login, String source) {
    var now = Timestamps.now(clock);
    for (var limit : limits(login, source)) {
      var counted = count(limit, now);
      if (counted.tries() > limit.most()) {
        return Optional.of(
            new Wait(
                Duration.between(now, counted.until()),
                (counted.tries() - limit.most()) % NOTED_EVERY == 1));
      }
    }
    return Optional.empty();
  }

  void succeeded(String login, String source) {
    var limits = limits(login, source);
    jdbc.sql("DELETE FROM login_try WHERE key = :key OR until < :now")
        .param("key", limits.getFirst().key())
        .param("now", Timestamps.at(Timestamps.now(clock)))
        .update();
    for (var limit : limits.subList(1, limits.size())) {
      jdbc.sql("UPDATE login_try SET tries = tries - 1 WHERE key = :key AND tries > 0")
          .param("key", limit.key())
          .update();
    }
  }

  private Counted count(Limit limit, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO login_try AS t (key, tries, until) VALUES (:key, 1, :until)
            ON CONFLICT (key) DO UPDATE SET
              tries = CASE WHEN t.until <= :now THEN 1 ELSE least(t.tries, 1000000) + 1 END,
              until = CASE WHEN t.until <= :now THEN excluded.until ELSE t.until END
            RETURNING tries, until
            """)
        .param("key", limit.key())
        .param("until", Timestamps.at(now.plus(limit.window())))
        .param("now", Timestamps.at(now))
        .query((row, number) -> new Counted(row.getInt("tries"), Timestamps.required(row, "until")))
        .single();
  }

  private static List<Limit> limits(String login, String source) {
    var plain = login.toLowerCase(Locale.ROOT);
    return List.of(
        new Limit(key("pair", plain, source), 8, Duration.ofMinutes(10)),
        new Limit(key("source", source), 60, Duration.ofMinutes(10)),
        new Limit(key("login", plain), 100, Duration.ofHours(1)));
  }

  private static byte[] key(String... parts) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /**
   * How long to wait.
   *
   * @param noted whether this try goes into the audit trail
   */
  record Wait(Duration left, boolean noted) {}

  /** How many tries in which time. */
  private record Limit(byte[] key, int most, Duration window) {}

  /** The tries so far, and when they are forgotten. */
  private record Counted(int tries, Instant until) {}
}
