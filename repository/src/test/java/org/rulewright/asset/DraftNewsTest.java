package org.rulewright.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.asset.StrategyFixtures.anyStrategy;
import static org.rulewright.asset.StrategyFixtures.withLimit;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.database.PostgresTest;
import org.rulewright.notification.Notice;
import org.rulewright.notification.NotificationKind;
import org.rulewright.notification.NotifiedPeople;
import org.rulewright.notification.Thing;
import org.rulewright.notification.ThingKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
class DraftNewsTest {

  private AssetServices services;
  private NotifiedPeople people;
  private User lin;
  private User wei;
  private DraftRevision first;

  @BeforeEach
  void begin(JdbcClient jdbc, PlatformTransactionManager transactions) {
    services = AssetServices.on(jdbc, transactions);
    people = NotifiedPeople.on(jdbc, transactions);
    lin = people.aPersonWho(Role.STRATEGIST);
    wei = people.aPersonWho(Role.STRATEGIST);
    var created = services.strategies().create(anyStrategy(), lin.actor());
    first = ((CreateStrategyResult.Created) created).draft();
  }

  @Test
  void whoseSaveMetAnothersIsToldThatItIsKeptAside() {
    save(3, lin);
    conflict(4, wei);
    conflict(5, wei);

    assertThat(people.of(wei.id()))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.kind()).isEqualTo(NotificationKind.DRAFT_SET_ASIDE);
          assertThat(notice.thing()).isEqualTo(new Thing(ThingKind.DRAFT, key().value()));
          assertThat(notice.arguments())
              .containsEntry("strategy.en", "Working capital")
              .containsEntry("by", lin.displayName());
        });
    assertThat(people.of(lin.id())).isEmpty();
  }

  @Test
  void whoseSaveWasReplacedIsTold() {
    var head = save(3, lin);
    var mine = conflict(4, wei);

    services.conflicts().takeMine(key(), head.number(), mine.id(), "tab", wei.actor());

    assertThat(people.of(lin.id()))
        .extracting(Notice::kind)
        .containsExactly(NotificationKind.DRAFT_REPLACED);
  }

  @Test
  void aSaveThatFollowsTheHeadIsNoNews() {
    save(3, lin);

    assertThat(people.of(lin.id())).isEmpty();
    assertThat(people.of(wei.id())).isEmpty();
  }

  private StrategyKey key() {
    return first.strategy();
  }

  private DraftRevision save(int limit, User by) {
    return ((SaveResult.Saved) result(limit, by)).revision();
  }

  private SideRevision conflict(int limit, User by) {
    return Objects.requireNonNull(((SaveResult.Conflict) result(limit, by)).mine());
  }

  private SaveResult result(int limit, User by) {
    return services
        .drafts()
        .save(key(), first.number(), withLimit(first, limit), first.contract(), by.actor());
  }
}
