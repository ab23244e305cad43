package org.rulewright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.audit.AuditVerification.Broken;
import org.rulewright.audit.AuditVerification.Damage;
import org.rulewright.audit.AuditVerification.Intact;
import org.rulewright.database.PostgresTest;
import org.rulewright.database.PostgresTest.Owner;
import org.rulewright.database.PostgresTest.Superuser;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
final class AuditTrailTest {

  private static final Actor ANNA = new Actor(ActorKind.USER, "u1", "Anna");
  private static final Actor SCRIPT = new Actor(ActorKind.KEY, "k1", "nightly");

  private final JdbcClient tampering;
  private final AuditTrail trail;
  private final TransactionTemplate transactions;

  AuditTrailTest(
      JdbcClient jdbc, PlatformTransactionManager manager, @Superuser JdbcClient tampering) {
    this.tampering = tampering;
    this.trail = new AuditTrail(jdbc, manager);
    this.transactions = new TransactionTemplate(manager);
  }

  @BeforeEach
  void emptyTrail() {
    withoutTheTrigger("TRUNCATE audit");
  }

  @Test
  void anEmptyTrailIsIntact() {
    assertThat(trail.verify()).isEqualTo(new Intact(0, "0".repeat(64)));
  }

  @Test
  void entriesAreChainedAndIntact() {
    for (var i = 0; i < 2500; i++) {
      transactions.executeWithoutResult(status -> append(ANNA, "s1"));
    }

    assertThat(trail.verify())
        .isInstanceOfSatisfying(
            Intact.class, intact -> assertThat(intact.entries()).isEqualTo(2500));
  }

  @Test
  void anEntryIsReadAsItWasWritten() {
    var written =
        trail.append(
            ANNA, AuditAction.RELEASED, "strategy", "小微", Map.of("z", "最后", "a", "\"quoted\"\n"));

    assertThat(trail.search(AuditQuery.latest(1)).entries()).containsExactly(written);
  }

  @Test
  void textNoDatabaseCanHoldIsReplacedAndStillVerifies() {
    trail.append(
        Actor.SYSTEM, AuditAction.LOGIN_FAILED, "user", "a\0b", Map.of("login", "\uD800\0"));

    assertThat(trail.search(AuditQuery.latest(1)).entries().getFirst().thingId())
        .isEqualTo("a\uFFFDb");
    assertThat(trail.verify()).isInstanceOf(Intact.class);
  }

  @Test
  void whatTheCallerRollsBackLeavesNoEntry() {
    transactions.executeWithoutResult(status -> {
      append(ANNA, "s1");
      status.setRollbackOnly();
    });

    assertThat(trail.search(AuditQuery.latest(10)).entries()).isEmpty();
  }

  @Test
  void writersAtOnceMakeOneChain() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 200)
              .<Callable<AuditEntry>>mapToObj(i -> () -> append(SCRIPT, "s" + i))
              .toList();
      for (var one : threads.invokeAll(all)) {
        one.get();
      }
    }

    assertThat(trail.verify())
        .isInstanceOfSatisfying(
            Intact.class, intact -> assertThat(intact.entries()).isEqualTo(200));
  }

  @Test
  void theRuntimeRoleCanNeitherChangeNorRemoveAnEntry(JdbcClient runtime) {
    append(ANNA, "s1");

    for (var attempt :
        new String[] {
          "UPDATE audit SET actor_name = 'Nobody'",
          "DELETE FROM audit",
          "TRUNCATE audit",
          "DROP TABLE audit",
          "ALTER TABLE audit DISABLE TRIGGER ALL"
        }) {
      assertThatThrownBy(() -> runtime.sql(attempt).update())
          .as(attempt)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
  }

  @Test
  void theOwnerIsStoppedByTheTrigger(@Owner JdbcClient owner) {
    append(ANNA, "s1");

    for (var attempt :
        new String[] {
          "UPDATE audit SET actor_name = 'Nobody'", "DELETE FROM audit", "TRUNCATE audit"
        }) {
      assertThatThrownBy(() -> owner.sql(attempt).update())
          .as(attempt)
          .rootCause()
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void eachAlteredColumnIsFound() {
    for (var change :
        new String[] {
          "actor_name = 'Nobody'",
          "actor_id = 'u2'",
          "actor_kind = 'KEY'",
          "action = 'LOGIN'",
          "thing = 'user'",
          "thing_id = 's9'",
          "details = '{\"note\": \"other\"}'",
          "recorded_at = recorded_at + interval '1 microsecond'"
        }) {
      emptyTrail();
      threeEntries();

      withoutTheTrigger("UPDATE audit SET " + change + " WHERE position = 2");

      assertThat(trail.verify()).as(change).isEqualTo(new Broken(2, Damage.ALTERED));
    }
  }

  @Test
  void aRemovedEntryIsFound() {
    threeEntries();

    withoutTheTrigger("DELETE FROM audit WHERE position = 2");

    assertThat(trail.verify()).isEqualTo(new Broken(3, Damage.GAP));
  }

  @Test
  void anEntryAlteredWithItsHashIsFoundAtTheNext() {
    threeEntries();

    withoutTheTrigger("UPDATE audit SET previous = hash, hash = previous WHERE position = 2");

    assertThat(trail.verify()).isEqualTo(new Broken(2, Damage.UNCHAINED));
  }

  @Test
  void anUnknownActionIsFound() {
    threeEntries();

    withoutTheTrigger("UPDATE audit SET action = 'NOTHING' WHERE position = 3");

    assertThat(trail.verify()).isEqualTo(new Broken(3, Damage.UNREADABLE));
  }

  @Test
  void searchFiltersAndPages() {
    for (var i = 1; i <= 5; i++) {
      append(i % 2 == 0 ? SCRIPT : ANNA, "s" + i);
    }
    var ofAnna = new AuditQuery("u1", null, "strategy", null, null, Instant.EPOCH, null, null, 2);

    var first = trail.search(ofAnna);
    var second = trail.search(ofAnna.after(first));

    assertThat(first.entries()).extracting(AuditEntry::thingId).containsExactly("s5", "s3");
    assertThat(second.entries()).extracting(AuditEntry::thingId).containsExactly("s1");
    assertThat(second.next()).isNull();
  }

  @Test
  void pagesFollowEachOtherInEveryOrder() {
    for (var i = 1; i <= 7; i++) {
      append(i % 2 == 0 ? SCRIPT : ANNA, "s" + i % 3);
    }
    for (var column : AuditOrder.Column.values()) {
      for (var descending : List.of(true, false)) {
        var order = new AuditOrder(column, descending);
        var whole = trail.search(AuditQuery.latest(500), order).entries();

        assertThat(byTwo(order)).as(order.toString()).isEqualTo(whole).hasSize(7);
        assertThat(trail.search(AuditQuery.latest(500), opposite(order)).entries())
            .isEqualTo(whole.reversed());
      }
    }
  }

  @Test
  void entriesThatAreEqualInTheColumnComeByTheirPosition() {
    append(SCRIPT, "s1");
    append(ANNA, "s2");
    append(SCRIPT, "s3");
    append(ANNA, "s4");

    var byActor =
        trail.search(AuditQuery.latest(9), new AuditOrder(AuditOrder.Column.ACTOR, true)).entries();

    assertThat(byActor)
        .isSortedAccordingTo(
            Comparator.comparing((AuditEntry entry) -> entry.actor().name())
                .thenComparing(AuditEntry::position)
                .reversed());
  }

  private List<AuditEntry> byTwo(AuditOrder order) {
    var all = new ArrayList<AuditEntry>();
    var query = AuditQuery.latest(2);
    var page = trail.search(query, order);
    all.addAll(page.entries());
    while (page.next() != null) {
      page = trail.search(query.after(page), order);
      all.addAll(page.entries());
    }
    return all;
  }

  private static AuditOrder opposite(AuditOrder order) {
    return new AuditOrder(order.column(), !order.descending());
  }

  @Test
  void searchFindsTextInNamesIdsAndDetails() {
    append(ANNA, "s1");
    append(SCRIPT, "s2");

    assertThat(trail.search(withText("NIGHT")).entries()).hasSize(1);
    assertThat(trail.search(withText("50%_")).entries()).isEmpty();
  }

  private static AuditQuery withText(String text) {
    return new AuditQuery(null, null, null, null, text, null, null, null, 10);
  }

  private void threeEntries() {
    append(ANNA, "s1");
    append(ANNA, "s2");
    append(ANNA, "s3");
  }

  private AuditEntry append(Actor actor, String strategy) {
    return trail.append(
        actor, AuditAction.DRAFT_SAVED, "strategy", strategy, Map.of("note", "first"));
  }

  private void withoutTheTrigger(String statement) {
    tampering.sql("ALTER TABLE rw.audit DISABLE TRIGGER audit_append_only").update();
    tampering.sql(statement).update();
    tampering.sql("ALTER TABLE rw.audit ENABLE TRIGGER audit_append_only").update();
  }
}
