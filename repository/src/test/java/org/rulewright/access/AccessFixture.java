package org.rulewright.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.audit.AuditTrail;
import org.rulewright.database.TestDatabase;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Users and keys over a test's database, with a clock that can be moved. */
final class AccessFixture {

  static final String PASSWORD = "correct horse battery staple";

  final AuditTrail audit;
  final Users users;
  final ApiKeys keys;
  final MovableClock clock = new MovableClock();

  AccessFixture(TestDatabase database) {
    var transactions = new JdbcTransactionManager(database.runtime());
    audit = new AuditTrail(database.jdbc(), transactions);
    users = new Users(database.jdbc(), audit, transactions, clock, unheard -> {});
    keys = new ApiKeys(database.jdbc(), audit, transactions);
  }

  User aUser(Role... roles) {
    return created(users.create(newUser(freshLogin(), PASSWORD, roles), Actor.SYSTEM));
  }

  static NewUser newUser(String login, String password, Role... roles) {
    return new NewUser(login, "Somebody", password, Set.of(roles), Language.ZH);
  }

  static String freshLogin() {
    return "u" + UUID.randomUUID().toString().substring(0, 12);
  }

  static User created(UserChange change) {
    assertThat(change).isInstanceOf(UserChange.Changed.class);
    return ((UserChange.Changed) change).user();
  }

  long audited(AuditAction action, String thingId) {
    return audit
        .search(new AuditQuery(null, action, null, thingId, null, null, null, null, 500))
        .entries()
        .size();
  }

  /** Time under the test's control. */
  static final class MovableClock extends Clock {
    private Instant now = Instant.now();

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
