package org.rulewright.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.access.ApiKeys;
import org.rulewright.access.Role;
import org.rulewright.access.UserId;
import org.rulewright.asset.Refusal;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.database.PostgresTest;
import org.rulewright.release.ReleaseResult.Refused;
import org.rulewright.release.ReleaseResult.Released;
import org.rulewright.version.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
class FourEyesTest {

  private ReleaseServices services;
  private ReleaseFixtures given;
  private Actor strategist;
  private Actor governor;
  private StrategyKey key;

  @BeforeEach
  void begin(JdbcClient jdbc, PlatformTransactionManager transactions) {
    services = ReleaseServices.on(jdbc, transactions);
    given = new ReleaseFixtures(services);
    strategist = given.aPersonWho(Role.STRATEGIST);
    governor = given.aPersonWho(Role.GOVERNOR);
    key = given.aStrategyOf(strategist);
  }

  @Test
  void aGovernorReleasesWhatOthersEdited() {
    Version version = given.aVersion(key, 3, strategist);

    assertThat(release(version, governor)).isInstanceOf(Released.class);
  }

  @Test
  void aGovernorWhoEditedTheDraftCannotReleaseIt() {
    var both = given.aPersonWho(Role.STRATEGIST, Role.GOVERNOR);
    Version version = given.aVersion(key, 3, both);

    assertThat(refusals(release(version, both))).containsExactly("OWN_EDITS");
    assertThat(services.releases().active("test", key)).isEmpty();
  }

  @Test
  void anIntermediateVersionDoesNotHelpTheGovernorWhoEdited() {
    var both = given.aPersonWho(Role.STRATEGIST, Role.GOVERNOR);
    given.aVersion(key, 3, both);
    Version next = given.aVersion(key, 4, strategist);

    assertThat(refusals(release(next, both))).containsExactly("OWN_EDITS");
  }

  @Test
  void theAdministratorHasNoWayAround() {
    var administrator =
        given.aPersonWho(Role.ADMINISTRATOR, Role.STRATEGIST, Role.OPERATOR, Role.REVIEWER);
    Version version = given.aVersion(key, 3, administrator);

    assertThat(refusals(release(version, administrator)))
        .containsExactly("GOVERNOR_NEEDED", "OWN_EDITS");
  }

  @Test
  void aStrategistCannotRelease() {
    Version version = given.aVersion(key, 3, strategist);
    var other = given.aPersonWho(Role.STRATEGIST);

    assertThat(refusals(release(version, other))).containsExactly("GOVERNOR_NEEDED");
    assertThat(refusals(services.releases().back("test", key, other)))
        .containsExactly("GOVERNOR_NEEDED");
  }

  @Test
  void aKeyCannotRelease(JdbcClient jdbc, PlatformTransactionManager transactions) {
    Version version = given.aVersion(key, 3, strategist);
    var script =
        new ApiKeys(jdbc, services.assets().audit(), transactions)
            .create("script", Set.of(Role.STRATEGIST, Role.CALLER), Set.of(), Actor.SYSTEM)
            .key()
            .actor();
    // Even one that bears the id of a governor.
    var pretender = new Actor(ActorKind.KEY, governor.id(), governor.name());

    assertThat(refusals(release(version, script))).contains("PERSON_NEEDED");
    assertThat(refusals(release(version, pretender))).contains("PERSON_NEEDED");
    assertThat(refusals(release(version, Actor.SYSTEM))).contains("PERSON_NEEDED");
    assertThat(refusals(services.releases().back("test", key, pretender)))
        .containsExactly("PERSON_NEEDED");
  }

  @Test
  void whoIsNoLongerGovernorCannotReleaseWithAnOldSession() {
    Version version = given.aVersion(key, 3, strategist);

    given.takeRoles(governor, Role.REVIEWER);

    assertThat(refusals(release(version, governor))).containsExactly("GOVERNOR_NEEDED");
  }

  @Test
  void whoWasDeactivatedCannotRelease() {
    Version version = given.aVersion(key, 3, strategist);

    services.users().deactivate(UserId.of(governor.id()), Actor.SYSTEM);

    assertThat(refusals(release(version, governor))).containsExactly("GOVERNOR_NEEDED");
  }

  @Test
  void aRefusalIsInTheAuditTrail() {
    Version version = given.aVersion(key, 3, strategist);

    release(version, strategist);

    var entries =
        services
            .assets()
            .audit()
            .search(AuditQuery.ofThing("release", version.id().toString(), 10))
            .entries();
    assertThat(entries)
        .extracting(e -> e.action(), e -> e.details().get("reason"))
        .containsExactlyInAnyOrder(
            tuple(AuditAction.RELEASE_REFUSED, "GOVERNOR_NEEDED"),
            tuple(AuditAction.RELEASE_REFUSED, "OWN_EDITS"));
  }

  private ReleaseResult release(Version version, Actor by) {
    return services.releases().release(version.id(), "test", by);
  }

  private static List<String> refusals(ReleaseResult result) {
    return ((Refused) result).refusals().stream().map(Refusal::code).toList();
  }
}
