package org.rulewright.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.decisionlog.LogFixture.anyEntry;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import org.rulewright.database.PostgresTest;
import org.rulewright.notification.NotificationKind;
import org.rulewright.notification.NotifiedPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
final class LogVerifierTest {

  private final JdbcClient tamperer;
  private final DataSource database;
  private final LogFixture fixture;
  private final List<DecisionEntry> entries = new ArrayList<>();

  LogVerifierTest(DataSource database, @PostgresTest.Superuser JdbcClient tamperer) {
    this.tamperer = tamperer;
    this.database = database;
    fixture = new LogFixture(database, TestKeys.installation());
  }

  @BeforeEach
  void recordSome() {
    recordAnew();
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  @Test
  void anUntouchedLogIsIntact() {
    var verification = fixture.log.verify();

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.checked()).isEqualTo(5);
    assertThat(verification.sessions()).isOne();
  }

  @Test
  void everyChangedColumnIsFound() {
    for (var change :
        List.of(
            "amount = amount + 1",
            "rate = null",
            "verdict = 'DECLINE'",
            "as_of = as_of + interval '1 microsecond'",
            "recorded_at = recorded_at - interval '1 second'",
            "reason_codes = '{}'",
            "reason_codes = array['GOOD_SALES,SHORT_HISTORY']",
            "release_digest = repeat('cd', 32)",
            "asker_id = 'key-2'",
            "reference = ''",
            "grade = 'A'",
            "payload = set_byte(payload, 20, 255 - get_byte(payload, 20))")) {
      recordAnew();
      tamper("update rw.decision set " + change + " where id = ?");

      assertThat(fixture.log.verify().findings())
          .as(change)
          .containsExactly("decision " + victim() + " was altered after it was recorded");
    }
  }

  @Test
  void anOpenedRecordSaysThatItWasAltered() {
    tamper("update rw.decision set amount = 7 where id = ?");

    assertThat(fixture.log.find(entries.get(2).id()).orElseThrow().chain().intact()).isFalse();
    assertThat(fixture.log.find(entries.get(0).id()).orElseThrow().chain().intact()).isTrue();
  }

  @Test
  void reviewersAndAdministratorsAreToldOfARecordThatWasAltered(
      JdbcClient jdbc, PlatformTransactionManager transactions) {
    var people = NotifiedPeople.on(jdbc, transactions);
    var reviewer = people.aPersonWho(Role.REVIEWER);
    var administrator = people.aPersonWho(Role.ADMINISTRATOR);
    var strategist = people.aPersonWho(Role.STRATEGIST);
    fixture.log.view(entries.get(2).id(), LogFixture.REVIEWER);
    assertThat(people.of(reviewer.id())).as("untouched").isEmpty();
    tamper("update rw.decision set amount = 7 where id = ?");

    fixture.log.view(entries.get(2).id(), LogFixture.REVIEWER);
    fixture.log.view(entries.get(2).id(), LogFixture.REVIEWER);
    fixture.log.verify();

    for (var person : List.of(reviewer, administrator)) {
      assertThat(people.kindsOf(person.id()))
          .containsExactly(NotificationKind.DECISION_LOG_BROKEN, NotificationKind.DECISION_ALTERED);
    }
    assertThat(people.of(strategist.id())).isEmpty();
  }

  @Test
  void aRemovedRecordIsFound() {
    tamper("delete from rw.decision where id = ?");

    assertThat(fixture.log.verify().findings())
        .containsExactly("decision " + victim() + " was removed");
  }

  @Test
  void aRecordRemovedWithItsLinkIsFound() {
    tamper("delete from rw.decision where id = ?");
    tamper("delete from rw.decision_digest where decision_id = ?");

    assertThat(fixture.log.verify().findings())
        .singleElement()
        .asString()
        .contains("lacks position 3");
  }

  @Test
  void anInsertedRecordIsFound() {
    tamper(
        """
        insert into rw.decision
        select (jsonb_populate_record(
            d, jsonb_build_object('id', overlay(id::text placing 'beef' from 33)))).*
        from rw.decision d where id = ?\
        """);

    assertThat(fixture.log.verify().findings())
        .singleElement()
        .asString()
        .endsWith("has no link in any chain");
  }

  @Test
  void aDigestMadeToFitBreaksTheChain() {
    tamper("update rw.decision_digest set digest = sha256('x') where decision_id = ?");

    assertThat(fixture.log.verify().findings())
        .hasSize(2)
        .anyMatch(finding -> finding.endsWith("breaks at position 4"));
  }

  @Test
  void aDroppedMonthLeavesTheProof() {
    var partition =
        tamperer
            .sql("select tableoid::regclass::text from rw.decision limit 1")
            .query(String.class)
            .single();
    tamperer.sql("alter table rw.decision detach partition " + partition).update();
    tamperer.sql("alter table " + partition + " rename to dropped").update();
    try {
      var verification = fixture.log.verify();

      assertThat(verification.findings()).isEmpty();
      assertThat(verification.dropped()).isEqualTo(5);
    } finally {
      tamperer.sql("drop table rw.dropped").update();
      tamperer.sql("select rw.prepare_decision_months(12)").query(Integer.class).single();
    }
  }

  private void recordAnew() {
    tamperer.sql("truncate rw.decision, rw.decision_digest, rw.decision_session").update();
    entries.clear();
    try (var next = new LogFixture(database, TestKeys.installation())) {
      for (int number = 0; number < 5; number++) {
        var entry = anyEntry();
        entries.add(entry);
        next.log.record(entry);
      }
    }
  }

  private DecisionId victim() {
    return entries.get(2).id();
  }

  private void tamper(String statement) {
    assertThat(tamperer.sql(statement).param(victim().value()).update()).isOne();
  }
}
