package org.rulewright.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.rulewright.access.Role;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.Refusal;
import org.rulewright.asset.StrategyContent;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditEntry;
import org.rulewright.audit.AuditQuery;
import org.rulewright.database.PostgresTest;
import org.rulewright.release.ReleaseResult.Refused;
import org.rulewright.release.ReleaseResult.Released;
import org.rulewright.version.Version;
import org.rulewright.version.VersionId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
class ReleasesTest {

  private ReleaseServices services;
  private Releases releases;
  private ReleaseFixtures given;
  private Actor strategist;
  private Actor governor;
  private StrategyKey key;

  @BeforeEach
  void begin(JdbcClient jdbc, PlatformTransactionManager transactions) {
    services = ReleaseServices.on(jdbc, transactions);
    releases = services.releases();
    given = new ReleaseFixtures(services);
    strategist = given.aPersonWho(Role.STRATEGIST);
    governor = given.aPersonWho(Role.GOVERNOR);
    key = given.aStrategyOf(strategist);
  }

  @Test
  void aReleaseIsActiveInItsEnvironmentOnly() {
    Version version = given.aVersion(key, 3, strategist);

    Release release = released(version, "test");

    assertThat(releases.active("test", key)).contains(release);
    assertThat(releases.active("production", key)).isEmpty();
    assertThat(releases.active("development", key)).isEmpty();
    assertThat(release.version()).isEqualTo(version);
    assertThat(release.releasedBy()).isEqualTo(governor);
    assertThat(releases.find(release.id())).contains(release);
    assertThat(releases.findByDigest(release.digest())).contains(release);
  }

  @Test
  void theSameClosedSetHasTheSameDigestEverywhere() {
    Version version = given.aVersion(key, 3, strategist);
    Version other = given.aVersion(key, 4, strategist);

    Release test = released(version, "test");

    assertThat(released(version, "production").digest()).isEqualTo(test.digest());
    assertThat(released(other, "production").digest()).isNotEqualTo(test.digest());
  }

  @Test
  void goingBackLeadsStepByStepToTheFirstRelease() {
    Release first = released(given.aVersion(key, 3, strategist), "test");
    Release second = released(given.aVersion(key, 4, strategist), "test");
    released(given.aVersion(key, 5, strategist), "test");

    assertThat(back()).isEqualTo(second);
    assertThat(releases.active("test", key)).contains(second);
    assertThat(back()).isEqualTo(first);
    assertThat(releases.active("test", key)).contains(first);
    assertThat(refusals(releases.back("test", key, governor))).containsExactly("NOTHING_BEFORE");
    assertThat(releases.active("test", key)).contains(first);
  }

  @Test
  void afterGoingBackTheNextReleaseLeadsBackToWhatWasActive() {
    Release first = released(given.aVersion(key, 3, strategist), "test");
    released(given.aVersion(key, 4, strategist), "test");
    back();

    released(given.aVersion(key, 5, strategist), "test");

    assertThat(back()).isEqualTo(first);
  }

  @Test
  void theHistoryTellsEveryChange() {
    Release first = released(given.aVersion(key, 3, strategist), "test");
    Release second = released(given.aVersion(key, 4, strategist), "test");
    back();

    List<ReleaseEvent> history = releases.history("test", key);

    assertThat(history)
        .extracting(
            ReleaseEvent::kind, ReleaseEvent::release, ReleaseEvent::replaced, ReleaseEvent::epoch)
        .containsExactly(
            tuple(ReleaseEvent.Kind.BACK, first.id(), second.id(), 3L),
            tuple(ReleaseEvent.Kind.RELEASED, second.id(), first.id(), 2L),
            tuple(ReleaseEvent.Kind.RELEASED, first.id(), null, 1L));
    assertThat(history).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
    assertThat(releases.latest(3)).isEqualTo(history);
  }

  @Test
  void whatWasActiveAtAMomentCanBeTold() {
    Instant before = Instant.now().minus(Duration.ofMinutes(1));
    Release first = released(given.aVersion(key, 3, strategist), "test");
    Release second = released(given.aVersion(key, 4, strategist), "test");
    back();
    Instant backAt = releases.history("test", key).getFirst().at();

    assertThat(releases.at("test", key, before)).isEmpty();
    assertThat(releases.at("test", key, first.releasedAt())).contains(first);
    assertThat(releases.at("test", key, second.releasedAt())).contains(second);
    assertThat(releases.at("test", key, backAt.minusNanos(1000))).contains(second);
    assertThat(releases.at("test", key, backAt)).contains(first);
    assertThat(releases.at("test", second.releasedAt()))
        .filteredOn(event -> event.strategy().equals(key))
        .extracting(ReleaseEvent::release)
        .containsExactly(second.id());
  }

  @Test
  void whatIsActiveAlreadyIsNotReleasedAgain() {
    Version version = given.aVersion(key, 3, strategist);
    released(version, "test");

    assertThat(refusals(releases.release(version.id(), "test", governor)))
        .containsExactly("ALREADY_ACTIVE");
    assertThat(releases.history("test", key)).hasSize(1);
  }

  @Test
  void anArchivedStrategyIsNotReleasedButGoesBack() {
    Release first = released(given.aVersion(key, 3, strategist), "test");
    released(given.aVersion(key, 4, strategist), "test");
    Version third = given.aVersion(key, 5, strategist);
    services.assets().strategies().archive(key, true, strategist);

    assertThat(refusals(releases.release(third.id(), "test", governor)))
        .containsExactly("STRATEGY_ARCHIVED");
    assertThat(back()).isEqualTo(first);
  }

  @Test
  void whatIsNotThereIsRefusedByName() {
    Version version = given.aVersion(key, 3, strategist);

    assertThat(refusals(releases.release(version.id(), "moon", governor)))
        .containsExactly("NO_SUCH_ENVIRONMENT");
    assertThat(refusals(releases.release(new VersionId(UUID.randomUUID()), "test", governor)))
        .containsExactly("NO_SUCH_VERSION");
    assertThat(refusals(releases.back("moon", key, governor)))
        .containsExactly("NO_SUCH_ENVIRONMENT");
    assertThat(refusals(releases.back("test", key, governor))).containsExactly("NOTHING_BEFORE");
  }

  @Test
  void aVersionThatDoesNotCompileIsRefused(JdbcClient jdbc) {
    Version broken = aVersionThatDoesNotCompile(jdbc);

    var refused = (Refused) releases.release(broken.id(), "test", governor);

    assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("DOES_NOT_COMPILE");
    assertThat(releases.active("test", broken.strategy())).isEmpty();
  }

  @Test
  void aVersionWhoseRulesContradictEachOtherIsRefused(JdbcClient jdbc) {
    var draft = services.assets().drafts().latest(key);
    var unique =
        new String(draft.dmn(), UTF_8).replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"");
    var broken = pastTheChecks(jdbc, draft, unique);

    var refused = (Refused) releases.release(broken.id(), "test", governor);

    assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("DOES_NOT_COMPILE");
    assertThat(refused.refusals().getFirst().en()).contains("rules 1 and 2");
  }

  /** Comes past the checks of versions, as one made before there was such a check would. */
  private Version aVersionThatDoesNotCompile(JdbcClient jdbc) {
    DraftRevision draft = services.assets().drafts().latest(key);
    String external =
        new String(draft.dmn(), UTF_8)
            .replace(
                "<decision ",
                """
                <businessKnowledgeModel id="b1" name="run"><variable name="run"/>
                  <encapsulatedLogic kind="Java"><context>
                    <contextEntry><variable name="class"/>
                      <literalExpression><text>"java.lang.Runtime"</text></literalExpression>
                    </contextEntry>
                    <contextEntry><variable name="method signature"/>
                      <literalExpression><text>"exit(int)"</text></literalExpression>
                    </contextEntry>
                  </context></encapsulatedLogic>
                </businessKnowledgeModel>
                """
                    + "<decision ");
    return pastTheChecks(jdbc, draft, external);
  }

  private Version pastTheChecks(JdbcClient jdbc, DraftRevision draft, String dmn) {
    var content = new StrategyContent(dmn.getBytes(UTF_8), draft.contract());
    jdbc.sql(
            """
            insert into rw.strategy_content (digest, dmn, contract)
            select :digest, :dmn, contract from rw.strategy_content where digest = :like
            """)
        .param("digest", content.digest())
        .param("dmn", content.dmn())
        .param("like", draft.content().digest())
        .update();
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into rw.version (id, strategy, number, digest, content, revision, note,
              created_kind, created_by, created_by_name)
            values (:id, :strategy, 1, :digest, :digest, 1, '', 'USER', :by, 'Somebody')
            """)
        .param("id", id)
        .param("strategy", key.value())
        .param("digest", content.digest())
        .param("by", strategist.id())
        .update();
    return services.versions().find(new VersionId(id)).orElseThrow();
  }

  @Test
  void ofTwoReleasesAtOnceBothAreInTheHistoryAndTheLastIsActive() throws Exception {
    Version one = given.aVersion(key, 3, strategist);
    Version two = given.aVersion(key, 4, strategist);

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<ReleaseResult> a = threads.submit(() -> releases.release(one.id(), "test", governor));
      Future<ReleaseResult> b = threads.submit(() -> releases.release(two.id(), "test", governor));
      assertThat(a.get()).isInstanceOf(Released.class);
      assertThat(b.get()).isInstanceOf(Released.class);
    }

    List<ReleaseEvent> history = releases.history("test", key);
    assertThat(history).extracting(ReleaseEvent::epoch).containsExactly(2L, 1L);
    assertThat(history.getFirst().replaced()).isEqualTo(history.getLast().release());
    assertThat(services.rollouts().active("test", key).orElseThrow().release())
        .isEqualTo(history.getFirst().release());
  }

  @Test
  void aReleaseWaitsForTheCommitGroupThatHoldsTheEpoch(DataSource database) throws Exception {
    released(given.aVersion(key, 3, strategist), "test");
    Version next = given.aVersion(key, 4, strategist);
    var wanted = new RolloutKey("test", key);

    try (Connection group = database.getConnection()) {
      group.setAutoCommit(false);
      Map<RolloutKey, Long> epochs = services.rollouts().holdEpochs(group, List.of(wanted));
      assertThat(epochs).containsExactly(Map.entry(wanted, 1L));

      CompletableFuture<Release> release =
          CompletableFuture.supplyAsync(() -> released(next, "test"));
      assertThatThrownBy(() -> release.get(700, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      Instant recordedAt = Instant.now();
      group.commit();

      Release after = release.get(20, TimeUnit.SECONDS);
      assertThat(after.releasedAt()).isAfter(recordedAt.minusMillis(1));
      assertThat(services.rollouts().holdEpochs(group, List.of(wanted)))
          .containsExactly(Map.entry(wanted, 2L));
      group.commit();
    }
  }

  @Test
  void twoCommitGroupsHoldTheEpochTogether(DataSource database) throws SQLException {
    released(given.aVersion(key, 3, strategist), "test");
    var wanted = List.of(new RolloutKey("test", key), new RolloutKey("production", key));

    try (Connection one = database.getConnection();
        Connection two = database.getConnection()) {
      one.setAutoCommit(false);
      two.setAutoCommit(false);
      assertThat(services.rollouts().holdEpochs(one, wanted)).hasSize(1);
      assertThat(services.rollouts().holdEpochs(two, wanted)).hasSize(1);
      one.rollback();
      two.rollback();
    }
  }

  @Test
  void whoListensGetsAHint(DataSource database) throws SQLException {
    Version version = given.aVersion(key, 3, strategist);
    try (Connection listener = database.getConnection()) {
      try (var statement = listener.createStatement()) {
        statement.execute("listen " + Rollouts.CHANNEL);
      }
      released(version, "test");

      PGNotification[] hints = listener.unwrap(PGConnection.class).getNotifications(5000);
      assertThat(hints).extracting(PGNotification::getParameter).contains("test/" + key);
      try (var statement = listener.createStatement()) {
        statement.execute("unlisten *");
      }
    }
  }

  @Test
  void releasingAndGoingBackAreInTheAuditTrail() {
    Release first = released(given.aVersion(key, 3, strategist), "test");
    released(given.aVersion(key, 4, strategist), "test");
    back();

    assertThat(
            services
                .assets()
                .audit()
                .search(AuditQuery.ofThing("release", first.id().toString(), 10))
                .entries())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.RELEASE_TAKEN_BACK, AuditAction.RELEASED);
  }

  @Test
  void theProgramCannotRewriteTheHistory(JdbcClient jdbc) {
    released(given.aVersion(key, 3, strategist), "test");
    for (String tampering :
        List.of(
            "update rw.release set released_by = 'x'",
            "delete from rw.release",
            "update rw.release_event set at = now()",
            "delete from rw.release_event",
            "delete from rw.rollout",
            "insert into rw.environment values ('moon', '月', 'Moon', 9)")) {
      assertThatThrownBy(() -> jdbc.sql(tampering).update())
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private Release released(Version version, String environment) {
    return ((Released) releases.release(version.id(), environment, governor)).release();
  }

  private Release back() {
    return ((Released) releases.back("test", key, governor)).release();
  }

  private static List<String> refusals(ReleaseResult result) {
    return ((Refused) result).refusals().stream().map(Refusal::code).toList();
  }
}
