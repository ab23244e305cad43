package org.rulewright.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rulewright.decisionlog.LogFixture.BANK;
import static org.rulewright.decisionlog.LogFixture.REVIEWER;
import static org.rulewright.decisionlog.LogFixture.anyEntry;
import static org.rulewright.decisionlog.LogFixture.entry;
import static org.rulewright.decisionlog.LogFixture.entryOf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.audit.AuditAction;
import org.rulewright.database.PostgresTest;
import org.rulewright.decisionlog.RecordResult.KeyReused;
import org.rulewright.decisionlog.RecordResult.Recorded;
import org.rulewright.decisionlog.RecordResult.Refused;
import org.rulewright.decisionlog.RecordResult.Repeated;
import org.rulewright.decisionlog.RecordResult.Stale;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
final class DecisionLogTest {

  private static final long GATE = 4711;

  private final DataSource database;
  private final JdbcClient jdbc;
  private final JdbcClient owner;
  private LogFixture fixture;
  private DecisionLog log;

  DecisionLogTest(DataSource database, JdbcClient jdbc, @PostgresTest.Owner JdbcClient owner) {
    this.database = database;
    this.jdbc = jdbc;
    this.owner = owner;
  }

  @BeforeEach
  void begin() {
    fixture = new LogFixture(database, TestKeys.installation());
    log = fixture.log;
  }

  @AfterEach
  void end() {
    owner.sql("drop trigger if exists poisoned on rw.decision").update();
    owner.sql("drop trigger if exists gate on rw.decision_digest").update();
    fixture.close();
  }

  @Test
  void anEntryIsFoundWithEverythingItWasRecordedWith() {
    var entry = entry("91130200MA0", "branch", "case 7", null, null);

    var result = log.record(entry);

    var found = log.find(entry.id()).orElseThrow();
    var summary = found.summary();
    assertThat(result).isEqualTo(new Recorded(entry.id(), summary.recordedAt()));
    assertThat(summary.asOf()).isAtSameInstantAs(entry.asOf());
    assertThat(summary.place()).isEqualTo(entry.place());
    assertThat(summary.headline()).isEqualTo(entry.headline());
    assertThat(summary.askedBy()).isEqualTo(BANK);
    assertThat(summary.reference()).isEqualTo("case 7");
    assertThat(summary.latency().toNanos()).isEqualTo(1_234_000);
    assertThat(found.payload()).isEqualTo(entry.payload());
    assertThat(found.chain().intact()).isTrue();
  }

  @Test
  void thePayloadIsNeitherReadableNorTheSubjectInTheDatabase() {
    var entry = entryOf("91130200SECRET");
    log.record(entry);

    var row =
        jdbc.sql(
                "select row_to_json(d)::text || encode(payload, 'escape') from rw.decision d where id = ?")
            .param(entry.id().value())
            .query(String.class)
            .single();

    assertThat(row).doesNotContain("SECRET").doesNotContain("1200000.50").contains("APPROVE");
  }

  @Test
  void noResultComesBackBeforeTheCommit() throws Exception {
    gateTheCommit();
    try (var gate = database.getConnection()) {
      gate.createStatement().execute("select pg_advisory_lock(" + GATE + ")");
      var entry = anyEntry();
      var result = CompletableFuture.supplyAsync(() -> log.record(entry));

      Thread.sleep(400);

      assertThat(result).isNotDone();
      assertThat(log.find(entry.id())).isEmpty();
      gate.createStatement().execute("select pg_advisory_unlock(" + GATE + ")");
      assertThat(result.get(5, TimeUnit.SECONDS)).isInstanceOf(Recorded.class);
      assertThat(log.find(entry.id())).isPresent();
    }
  }

  @Test
  void aRecordWithNulInATextFailsAlone() {
    var before = log.submit(anyEntry());
    var bad = log.submit(entry("x", "api", "case\u00007", null, null));
    var after = log.submit(anyEntry());

    assertThat(bad.join())
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).contains("U+0000"));
    assertThat(before.join()).isInstanceOf(Recorded.class);
    assertThat(after.join()).isInstanceOf(Recorded.class);
  }

  @Test
  void aNulInAFactIsKept() {
    var entry = entryOf("nul\u0000in subject");

    assertThat(log.record(entry)).isInstanceOf(Recorded.class);
    assertThat(log.find(entry.id()).orElseThrow().payload()).isEqualTo(entry.payload());
  }

  @Test
  void aRecordTheDatabaseRefusesFailsAloneInItsGroup() throws Exception {
    poisonAChannel();
    gateTheCommit();
    try (var gate = database.getConnection()) {
      gate.createStatement().execute("select pg_advisory_lock(" + GATE + ")");
      var first = log.submit(anyEntry());
      Thread.sleep(200); // the first is in its commit; what follows becomes one group
      var results = new ArrayList<CompletableFuture<RecordResult>>();
      for (int number = 0; number < 40; number++) {
        var channel = number == 17 ? "poison" : "api";
        results.add(log.submit(entry("firm " + number, channel, null, null, null)));
      }
      gate.createStatement().execute("select pg_advisory_unlock(" + GATE + ")");

      assertThat(first.get(5, TimeUnit.SECONDS)).isInstanceOf(Recorded.class);
      for (int number = 0; number < 40; number++) {
        assertThat(results.get(number).get(5, TimeUnit.SECONDS))
            .isInstanceOf(number == 17 ? Refused.class : Recorded.class);
      }
      assertThat(log.verify().findings()).isEmpty();
    }
  }

  @Test
  void aKeyUsedAgainWithTheSameBodyGivesTheFirstDecision() {
    var claim = claim("order-1", "{}");
    var first = entry("a", "api", null, claim, null);
    log.record(first);

    assertThat(log.record(entry("a", "api", null, claim, null)))
        .isEqualTo(new Repeated(first.id()));
    assertThat(log.record(entry("a", "api", null, claim("order-1", "{ }"), null)))
        .isEqualTo(new KeyReused());
  }

  @Test
  void ofManyWhoClaimOneKeyAtOnceExactlyOneIsRecorded() {
    var claim = claim("order-2", "{}");
    try (var second = new LogFixture(database, TestKeys.installation())) {
      var results = new ArrayList<CompletableFuture<RecordResult>>();
      for (int number = 0; number < 30; number++) {
        var into = number % 2 == 0 ? log : second.log;
        results.add(into.submit(entry("a", "api", null, claim, null)));
      }

      var told = results.stream().map(CompletableFuture::join).toList();
      var recorded = told.stream().filter(Recorded.class::isInstance).toList();
      assertThat(recorded).hasSize(1);
      var id = ((Recorded) recorded.getFirst()).id();
      assertThat(told)
          .filteredOn(result -> result != recorded.getFirst())
          .containsOnly(new Repeated(id));
    }
  }

  @Test
  void aKeyIsFreeAgainAfterADay() {
    var claim = claim("order-3", "{}");
    log.record(entry("a", "api", null, claim, null));
    jdbc.sql("update rw.idempotency_claim set claimed_at = claimed_at - interval '25 hours'")
        .update();

    assertThat(log.record(entry("a", "api", null, claim, null))).isInstanceOf(Recorded.class);
  }

  @Test
  void aStaleDecisionIsGivenBackUnrecorded() {
    var old = new EpochStamp("production", "sme", 1);
    var current = new EpochStamp("production", "sme", 2);
    fixture.stale.add(old);
    var late = entry("a", "api", null, null, old);

    assertThat(log.record(late)).isEqualTo(new Stale());
    assertThat(log.find(late.id())).isEmpty();
    assertThat(log.record(entry("a", "api", null, null, current))).isInstanceOf(Recorded.class);
  }

  @Test
  void anErasedSubjectLeavesItsClearColumnsAndItsProof() {
    var erased = entryOf("person to forget");
    var other = entryOf("another person");
    log.record(erased);
    log.record(other);

    assertThat(log.erase("person to forget", REVIEWER)).isTrue();

    var left = log.find(erased.id()).orElseThrow();
    assertThat(left.erased()).isTrue();
    assertThat(left.summary().headline()).isEqualTo(erased.headline());
    assertThat(left.chain().intact()).isTrue();
    assertThat(log.find(other.id()).orElseThrow().payload()).isEqualTo(other.payload());
    assertThat(log.verify().findings()).isEmpty();
  }

  @Test
  void anErasedSubjectThatComesBackGetsANewKeyOnEveryNode() {
    try (var second = new LogFixture(database, TestKeys.installation())) {
      second.log.record(entryOf("comes back"));
      second.log.record(entryOf("somebody else"));
      log.erase("comes back", REVIEWER);

      var again = entryOf("comes back");
      second.log.record(again);

      assertThat(second.log.find(again.id()).orElseThrow().payload()).isEqualTo(again.payload());
    }
  }

  @Test
  void twoNodesUseOneKeyForOneSubject() {
    try (var second = new LogFixture(database, TestKeys.installation())) {
      var mine = entryOf("shared subject");
      var theirs = entryOf("shared subject");
      log.record(mine);
      second.log.record(theirs);

      assertThat(log.find(theirs.id()).orElseThrow().payload()).isEqualTo(theirs.payload());
      assertThat(keysOf("shared subject")).isOne();
    }
  }

  @Test
  void theRuntimeRoleCanNeitherChangeNorRemoveARecord() {
    log.record(anyEntry());

    for (var statement :
        List.of(
            "update rw.decision set amount = 1",
            "delete from rw.decision",
            "truncate rw.decision",
            "update rw.decision_digest set position = position + 1",
            "delete from rw.decision_digest",
            "drop table rw.decision_digest")) {
      assertThatThrownBy(() -> jdbc.sql(statement).update())
          .as(statement)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
  }

  @Test
  void monthsAheadAreThereAndMoreCanBePreparedByTheRuntimeRole() {
    var prepare = jdbc.sql("select rw.prepare_decision_months(?)");

    assertThat(prepare.param(14).query(Integer.class).single()).isEqualTo(2);
    assertThat(jdbc.sql("select rw.prepare_decision_months(14)").query(Integer.class).single())
        .isZero();
  }

  @Test
  void whoViewsARecordIsInTheAuditTrail() {
    var entry = anyEntry();
    log.record(entry);

    log.view(entry.id(), REVIEWER);

    assertThat(
            jdbc.sql("select count(*) from rw.audit where thing_id = ? and action = ?")
                .params(entry.id().toString(), AuditAction.RECORD_VIEWED.name())
                .query(Long.class)
                .single())
        .isOne();
  }

  @Test
  void numbersComeBackExactly() {
    var headline =
        new Headline(
            null,
            new BigDecimal("-0.000000000000000000000000000000123"),
            new BigDecimal("1E+30"),
            new BigDecimal("0.10"),
            null,
            null,
            List.of());
    var entry = LogFixture.entryWith(headline);
    log.record(entry);

    var found = log.find(entry.id()).orElseThrow();
    assertThat(found.summary().headline().score()).isEqualByComparingTo(headline.score());
    assertThat(found.summary().headline().amount()).isEqualByComparingTo(headline.amount());
    assertThat(found.chain().intact()).isTrue();
  }

  private long keysOf(String subject) {
    return jdbc.sql("select count(*) from rw.subject_key where subject_hash = ?")
        .param(fixture.keys.hash(subject).bytes())
        .query(Long.class)
        .single();
  }

  private static IdempotencyClaim claim(String key, String body) {
    return IdempotencyClaim.of(
        "key-1", "production/sme", key, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Every commit of a decision waits until the test lets go of the gate's lock. */
  private void gateTheCommit() {
    owner
        .sql(
            """
            create or replace function rw.wait_at_gate() returns trigger language plpgsql as
            'begin perform pg_advisory_xact_lock_shared(%d); return null; end'\
            """
                .formatted(GATE))
        .update();
    owner
        .sql(
            """
            create constraint trigger gate after insert on rw.decision_digest
            deferrable initially deferred for each row execute function rw.wait_at_gate()\
            """)
        .update();
  }

  private void poisonAChannel() {
    owner
        .sql(
            """
            create or replace function rw.refuse_poison() returns trigger language plpgsql as
            $$begin raise exception 'no poison here'; end$$\
            """)
        .update();
    owner
        .sql(
            """
            create trigger poisoned before insert on rw.decision for each row
            when (new.channel = 'poison') execute function rw.refuse_poison()\
            """)
        .update();
  }
}
