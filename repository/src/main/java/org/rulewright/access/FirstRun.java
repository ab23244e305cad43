package org.rulewright.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.database.DataFolder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first administrator: while there is no user, whoever can read the data folder finds a
 * one-time code there and creates one with it.
 */
@Service
public class FirstRun {

  /** In the data folder; there only while the code is good. */
  public static final String CODE_FILE = "first-run-code";

  private static final System.Logger LOG = System.getLogger(FirstRun.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // none look alike
  private static final int CODE_LENGTH = 20;
  private static final String THROTTLE = "first-run";

  private final JdbcClient jdbc;
  private final UserStore store;
  private final Users users;
  private final LoginThrottle throttle;
  private final TransactionTemplate transaction;
  private final Path codeFile;

  public FirstRun(
      JdbcClient jdbc, Users users, PlatformTransactionManager transactions, DataFolder data) {
    this.jdbc = jdbc;
    this.store = new UserStore(jdbc);
    this.users = users;
    this.throttle = new LoginThrottle(jdbc, Clock.systemUTC());
    this.transaction = new TransactionTemplate(transactions);
    this.codeFile = data.path().resolve(CODE_FILE);
  }

  /** Whether the first administrator is still to be created. */
  public boolean pending() {
    return store.isEmpty();
  }

  /** Once everything else is up, the demonstration's users too: without any, there is a code. */
  @EventListener(ApplicationReadyEvent.class)
  public void offerCode() {
    try {
      if (!pending()) {
        Files.deleteIfExists(codeFile);
        return;
      }
      var code = freshCode();
      jdbc.sql(
              """
              INSERT INTO first_run (code_hash) VALUES (:hash)
              ON CONFLICT (single) DO UPDATE SET code_hash = excluded.code_hash
              """)
          .param("hash", Passwords.hash(plain(code)))
          .update();
      DataFolder.writeSecret(codeFile, code);
      LOG.log(Level.INFO, "The code to create the first administrator is in {0}", codeFile);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Creates the first administrator and forgets the code. */
  public UserChange complete(
      String code,
      String login,
      String displayName,
      String password,
      Language language,
      String source) {
    if (throttle.count(THROTTLE, source).isPresent()) {
      return new UserChange.Refused(AccessRefusal.THROTTLED);
    }
    var hash = jdbc.sql("SELECT code_hash FROM first_run").query(String.class).optional();
    if (!pending() || !Passwords.matches(plain(code), hash.orElse(null))) {
      return new UserChange.Refused(AccessRefusal.WRONG_CODE);
    }
    throttle.succeeded(THROTTLE, source);
    var refusal =
        Users.malformed(login, displayName)
            .or(() -> PasswordPolicy.refusal(password, login, displayName));
    if (refusal.isPresent()) {
      return new UserChange.Refused(refusal.get());
    }
    var administrator =
        new NewUser(login, displayName, password, Set.of(Role.ADMINISTRATOR), language);
    var created = create(administrator);
    if (created instanceof UserChange.Changed) {
      forgetCode();
    }
    return created;
  }

  private UserChange create(NewUser administrator) {
    var hash = Passwords.hash(administrator.password());
    return Objects.requireNonNull(
        transaction.execute(status -> {
          store.lock();
          var unused = jdbc.sql("DELETE FROM first_run").update() == 1;
          if (!unused || !store.isEmpty()) {
            return new UserChange.Refused(AccessRefusal.WRONG_CODE);
          }
          return users.insert(
              administrator, hash, Actor.SYSTEM, AuditAction.FIRST_ADMINISTRATOR_CREATED);
        }));
  }

  private void forgetCode() {
    try {
      Files.deleteIfExists(codeFile);
    } catch (IOException failed) {
      // The code is worthless already; only the file stays.
      LOG.log(Level.WARNING, "the used code in " + codeFile + " could not be removed", failed);
    }
  }

  private static String freshCode() {
    var code = new StringBuilder();
    for (var i = 0; i < CODE_LENGTH; i++) {
      if (i > 0 && i % 5 == 0) {
        code.append('-');
      }
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** Dashes, spaces and case do not matter to whoever types it. */
  private static String plain(String code) {
    return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
