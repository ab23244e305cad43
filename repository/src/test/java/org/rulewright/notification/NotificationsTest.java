package org.rulewright.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.access.UserId;
import org.rulewright.audit.Actor;
import org.rulewright.database.PostgresTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
final class NotificationsTest {

  private static final Notice VERSION =
      new Notice(
          NotificationKind.VERSION_CREATED,
          new Thing(ThingKind.VERSIONS, "sme"),
          Map.of("strategy.zh", "小微“贷款”", "strategy.en", "SME \\ loans", "version", "3"));

  private final JdbcClient jdbc;
  private final JdbcClient superuser;
  private final TransactionTemplate transaction;
  private final NotifiedPeople people;
  private final List<NotificationsChanged> heard = new ArrayList<>();
  private final Notifications notifications;
  private User governor;
  private User strategist;

  NotificationsTest(
      JdbcClient jdbc,
      @PostgresTest.Superuser JdbcClient superuser,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.superuser = superuser;
    this.transaction = new TransactionTemplate(transactions);
    this.people = NotifiedPeople.on(jdbc, transactions);
    this.notifications = new Notifications(jdbc, event -> heard.add((NotificationsChanged) event));
  }

  @BeforeEach
  void twoPeople() {
    superuser.sql("DELETE FROM rw.users").update();
    governor = people.aPersonWho(Role.GOVERNOR);
    strategist = people.aPersonWho(Role.STRATEGIST);
  }

  @Test
  void everybodyWithTheRoleIsToldAndNobodyElse() {
    var other = people.aPersonWho(Role.GOVERNOR, Role.STRATEGIST);

    notifications.tell(VERSION, Audience.of(Role.GOVERNOR));

    assertThat(people.of(governor.id())).containsExactly(VERSION);
    assertThat(people.of(other.id())).containsExactly(VERSION);
    assertThat(people.of(strategist.id())).isEmpty();
    assertThat(notifications.unseen(Set.of(governor.id(), other.id(), strategist.id())))
        .isEqualTo(Map.of(governor.id(), 1, other.id(), 1));
  }

  @Test
  void whoLostTheRoleNoLongerSeesWhatItShowed() {
    notifications.tell(VERSION, Audience.of(Role.GOVERNOR));
    var told = onlyOne(governor.id());

    people.users().changeRoles(governor.id(), Set.of(Role.STRATEGIST), Actor.SYSTEM);

    assertThat(people.of(governor.id())).isEmpty();
    assertThat(notifications.unseen(governor.id())).isZero();
    assertThat(notifications.markSeen(told.id(), governor.id())).isFalse();
    assertThat(notifications.markAllSeen(governor.id())).isZero();
  }

  @Test
  void whoWasDeactivatedIsNeitherToldNorShown() {
    notifications.tell(VERSION, Audience.of(Role.GOVERNOR));
    people.users().deactivate(governor.id(), Actor.SYSTEM);

    notifications.tell(VERSION, Audience.of(Role.GOVERNOR));

    assertThat(people.of(governor.id())).isEmpty();
    people.users().activate(governor.id(), Actor.SYSTEM);
    assertThat(people.of(governor.id())).hasSize(1);
  }

  @Test
  void nobodyIsToldOfWhatTheyMayNotOpen() {
    var job = new Notice(NotificationKind.JOB_DONE, new Thing(ThingKind.DATASET, "d"), Map.of());

    notifications.tell(job, Audience.of(governor.actor()));
    notifications.tell(job, Audience.of(strategist.actor()));

    assertThat(people.of(governor.id())).isEmpty();
    assertThat(people.of(strategist.id())).containsExactly(job);
    assertThatThrownBy(() -> notifications.tell(job, Audience.of(Role.GOVERNOR)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoDidItIsNotTold() {
    notifications.tell(VERSION, Audience.of(Role.GOVERNOR).except(governor.actor()));

    assertThat(people.of(governor.id())).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void whoIsToldForTwoReasonsIsToldOnce() {
    notifications.tell(
        VERSION, Audience.people(Set.of(governor.id().toString())).and(Role.GOVERNOR));

    assertThat(people.of(governor.id())).hasSize(1);
  }

  @Test
  void scriptsAndStrangersReachNobody() {
    notifications.tell(VERSION, Audience.people(Set.of("system", "k1")));

    assertThat(heard).isEmpty();
    assertThat(jdbc.sql("SELECT count(*) FROM notification").query(Integer.class).single())
        .isZero();
  }

  @Test
  void nobodyMarksWhatAnotherWasTold() {
    notifications.tell(VERSION, Audience.of(Role.GOVERNOR));
    var told = onlyOne(governor.id());
    heard.clear();

    assertThat(notifications.markSeen(told.id(), strategist.id())).isFalse();
    assertThat(notifications.markAllSeen(strategist.id())).isZero();

    assertThat(onlyOne(governor.id()).unseen()).isTrue();
    assertThat(heard).isEmpty();
  }

  @Test
  void whatWasSeenIsCountedNoLonger() {
    notifications.tell(VERSION, Audience.of(Role.GOVERNOR));
    notifications.tell(VERSION, Audience.of(Role.GOVERNOR));
    notifications.tell(VERSION, Audience.of(Role.GOVERNOR));
    heard.clear();
    var newest = notifications.page(governor.id(), null, 1).notifications().getFirst();

    assertThat(notifications.markSeen(newest.id(), governor.id())).isTrue();
    assertThat(notifications.markSeen(newest.id(), governor.id())).as("again").isFalse();
    assertThat(notifications.unseen(governor.id())).isEqualTo(2);
    assertThat(notifications.markAllSeen(governor.id())).isEqualTo(2);

    assertThat(notifications.unseen(governor.id())).isZero();
    assertThat(heard)
        .containsExactly(
            new NotificationsChanged(Set.of(governor.id()), null),
            new NotificationsChanged(Set.of(governor.id()), null));
  }

  @Test
  void aRollbackTellsNobody() {
    transaction.executeWithoutResult(status -> {
      notifications.tell(VERSION, Audience.of(Role.GOVERNOR));
      status.setRollbackOnly();
    });

    assertThat(people.of(governor.id())).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void theNewsComeOnceItIsCommitted() {
    transaction.executeWithoutResult(status -> {
      notifications.tell(VERSION, Audience.of(Role.GOVERNOR));
      assertThat(heard).isEmpty();
    });

    assertThat(heard).containsExactly(new NotificationsChanged(Set.of(governor.id()), VERSION));
  }

  @Test
  void pagesLeadFromTheNewestToTheOldest() {
    for (int number = 1; number <= 5; number++) {
      notifications.tell(versioned(number), Audience.of(Role.GOVERNOR));
    }

    var first = notifications.page(governor.id(), null, 2);
    var second = notifications.page(governor.id(), first.next(), 2);
    var third = notifications.page(governor.id(), second.next(), 2);

    assertThat(List.of(first, second, third))
        .extracting(page ->
            page.notifications().stream()
                .map(one -> one.notice().arguments().get("version"))
                .toList())
        .containsExactly(List.of("5", "4"), List.of("3", "2"), List.of("1"));
    assertThat(third.next()).isNull();
  }

  @Test
  void anAutosaveThatMeetsTheSameTroubleAgainIsToldOnceUntilItIsSeen() {
    var conflict =
        new Notice(NotificationKind.DRAFT_SET_ASIDE, new Thing(ThingKind.DRAFT, "sme"), Map.of());
    notifications.tell(conflict, Audience.of(strategist.actor()));
    notifications.tell(conflict, Audience.of(strategist.actor()));
    assertThat(people.of(strategist.id())).hasSize(1);

    notifications.markAllSeen(strategist.id());
    notifications.tell(conflict, Audience.of(strategist.actor()));

    assertThat(people.of(strategist.id())).hasSize(2);
  }

  @Test
  void whatWasToldIsNeitherRewrittenNorRemovedByTheStudio() {
    notifications.tell(VERSION, Audience.of(Role.GOVERNOR));

    for (var change :
        List.of(
            "DELETE FROM notification",
            "TRUNCATE notification",
            "UPDATE notification SET arguments = '{}'",
            "UPDATE notification SET recipient = '" + strategist.id() + "'")) {
      assertThatThrownBy(() -> jdbc.sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void notificationsGoAfterNinetyDays() {
    notifications.tell(versioned(1), Audience.of(Role.GOVERNOR));
    notifications.tell(versioned(2), Audience.of(Role.GOVERNOR));
    superuser
        .sql(
            """
            UPDATE rw.notification SET told_at = now() - make_interval(
              days => CASE WHEN arguments ->> 'version' = '1' THEN 91 ELSE 89 END)
            """)
        .update();

    assertThat(new Retention(jdbc).forget()).isEqualTo(1);

    assertThat(people.of(governor.id())).containsExactly(versioned(2));
  }

  @Test
  void theNewestFiveHundredOfAPersonStay() {
    notifications.tell(versioned(1), Audience.of(Role.GOVERNOR).and(Role.STRATEGIST));
    superuser
        .sql(
            """
            INSERT INTO rw.notification (recipient, kind, thing, thing_id, arguments, roles, told_at)
            SELECT recipient, kind, thing, thing_id, arguments, roles, told_at
            FROM rw.notification, generate_series(1, 509)
            WHERE recipient = :governor
            """)
        .param("governor", governor.id().value())
        .update();
    var newest = notifications.page(governor.id(), null, 1).notifications().getFirst();

    assertThat(new Retention(jdbc).forget()).isEqualTo(10);

    var left = notifications.page(governor.id(), null, Notifications.MOST);
    assertThat(left.notifications()).hasSize(500).first().isEqualTo(newest);
    assertThat(left.next()).isNull();
    assertThat(people.of(strategist.id())).hasSize(1);
  }

  private static Notice versioned(int number) {
    return new Notice(VERSION.kind(), VERSION.thing(), Map.of("version", Integer.toString(number)));
  }

  private Notification onlyOne(UserId person) {
    var told = notifications.page(person, null, 10).notifications();
    assertThat(told).hasSize(1);
    return told.getFirst();
  }
}
