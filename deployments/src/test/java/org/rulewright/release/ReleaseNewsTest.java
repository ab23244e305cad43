package org.rulewright.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import org.rulewright.access.UserId;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.database.PostgresTest;
import org.rulewright.notification.Notice;
import org.rulewright.notification.NotificationKind;
import org.rulewright.notification.NotifiedPeople;
import org.rulewright.notification.Thing;
import org.rulewright.notification.ThingKind;
import org.rulewright.release.ReleaseResult.Refused;
import org.rulewright.release.ReleaseResult.Released;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
class ReleaseNewsTest {

  private ReleaseServices services;
  private ReleaseFixtures given;
  private NotifiedPeople people;
  private Actor author;
  private Actor bystander;
  private Actor governor;
  private Actor reviewer;
  private StrategyKey key;

  @BeforeEach
  void begin(JdbcClient jdbc, PlatformTransactionManager transactions) {
    services = ReleaseServices.on(jdbc, transactions);
    given = new ReleaseFixtures(services);
    people = NotifiedPeople.on(jdbc, transactions);
    author = given.aPersonWho(Role.STRATEGIST);
    bystander = given.aPersonWho(Role.STRATEGIST);
    governor = given.aPersonWho(Role.GOVERNOR);
    reviewer = given.aPersonWho(Role.REVIEWER);
    key = given.aStrategyOf(author);
  }

  @Test
  void governorsAreToldOfAVersionTheyCanRelease() {
    given.aVersion(key, 3, author);

    assertThat(told(governor))
        .containsExactly(
            new Notice(
                NotificationKind.VERSION_CREATED,
                new Thing(ThingKind.VERSIONS, key.value()),
                Map.of(
                    "strategy.zh", "流动资金贷款",
                    "strategy.en", "Working capital",
                    "version", "1",
                    "by", "Somebody")));
    assertThat(told(author)).isEmpty();
    assertThat(told(reviewer)).isEmpty();
  }

  @Test
  void theSameContentAgainIsNoNews() {
    given.aVersion(key, 3, author);
    services.versions().create(key, "again", author);

    assertThat(told(governor)).hasSize(1);
  }

  @Test
  void whoEditedItAndReviewersAreToldOfAReleaseAndOfGoingBack() {
    var first = given.aVersion(key, 3, author);
    var second = given.aVersion(key, 4, author);

    assertThat(services.releases().release(first.id(), "test", governor))
        .isInstanceOf(Released.class);
    assertThat(services.releases().release(second.id(), "test", governor))
        .isInstanceOf(Released.class);
    assertThat(services.releases().back("test", key, governor)).isInstanceOf(Released.class);

    for (var one : List.of(author, reviewer)) {
      assertThat(told(one))
          .extracting(Notice::kind)
          .containsExactly(
              NotificationKind.RELEASE_TAKEN_BACK,
              NotificationKind.RELEASED,
              NotificationKind.RELEASED);
      assertThat(told(one).getFirst().thing())
          .isEqualTo(new Thing(ThingKind.RELEASES, key.value()));
      assertThat(told(one).getFirst().arguments()).containsEntry("version", "1");
    }
    assertThat(told(bystander)).isEmpty();
    assertThat(told(governor))
        .extracting(Notice::kind)
        .containsOnly(NotificationKind.VERSION_CREATED);
  }

  @Test
  void aRefusedReleaseTellsNobody() {
    var version = given.aVersion(key, 3, author);

    assertThat(services.releases().release(version.id(), "test", author))
        .isInstanceOf(Refused.class);

    assertThat(told(author)).isEmpty();
    assertThat(told(reviewer)).isEmpty();
  }

  private List<Notice> told(Actor person) {
    return people.of(UserId.of(person.id())).stream()
        .filter(notice -> notice.thing().id().equals(key.value()))
        .toList();
  }
}
