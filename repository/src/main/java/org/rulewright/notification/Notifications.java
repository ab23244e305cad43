package org.rulewright.notification;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.UserId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells people what happened, and keeps whether they have seen it.
 *
 * <p>Nobody is told of a thing whose kind none of their roles may open, and what somebody was told
 * is out of sight while they lack the role for it. At most {@value #MOST} are kept for a person,
 * none longer than 90 days.
 */
@Service
public class Notifications {

  /** So many are kept for one person. */
  public static final int MOST = 500;

  private final NotificationStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  @Autowired
  public Notifications(JdbcClient jdbc, ApplicationEventPublisher events) {
    this(jdbc, events, Clock.systemUTC());
  }

  Notifications(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.store = new NotificationStore(jdbc);
    this.events = events;
    this.clock = clock;
  }

  /**
   * Tells an audience, in the caller's transaction if there is one: what happened and the news of
   * it are there together or not at all.
   *
   * @throws IllegalArgumentException when a role of the audience may not open the thing
   */
  public void tell(Notice notice, Audience audience) {
    var openTo = notice.thing().kind().openTo();
    if (!openTo.isEmpty() && !openTo.containsAll(audience.roles())) {
      throw new IllegalArgumentException(
          audience.roles() + " may not all open a " + notice.thing().kind());
    }
    var told = store.insert(notice, audience, clock.instant().truncatedTo(ChronoUnit.MICROS));
    publish(told, notice);
  }

  /** How many a person has not seen. */
  public int unseen(UserId person) {
    return unseen(Set.of(person)).getOrDefault(person, 0);
  }

  /** How many each person has not seen, with one question; those with none are absent. */
  public Map<UserId, Integer> unseen(Collection<UserId> people) {
    return people.isEmpty() ? Map.of() : store.unseen(people);
  }

  /**
   * What a person was told, newest first.
   *
   * @param before only those older than this one: the {@code next} of the page before
   * @param limit 1 to {@value #MOST}
   */
  public NotificationPage page(UserId person, @Nullable NotificationId before, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1 to " + MOST + ", but is " + limit);
    }
    var found = store.page(person, before, limit + 1);
    return found.size() > limit
        ? new NotificationPage(found.subList(0, limit), found.get(limit - 1).id())
        : new NotificationPage(found, null);
  }

  /** Notes that a person saw one; false when it is not theirs or they saw it before. */
  public boolean markSeen(NotificationId id, UserId person) {
    var marked = store.markSeen(id, person, clock.instant());
    if (marked) {
      publish(Set.of(person), null);
    }
    return marked;
  }

  /** Notes that a person saw all that they were told, and says how many they had not seen. */
  public int markAllSeen(UserId person) {
    var marked = store.markAllSeen(person, clock.instant());
    if (marked > 0) {
      publish(Set.of(person), null);
    }
    return marked;
  }

  private void publish(Set<UserId> people, @Nullable Notice news) {
    if (!people.isEmpty()) {
      afterCommit(() -> events.publishEvent(new NotificationsChanged(people, news)));
    }
  }

  private static void afterCommit(Runnable action) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      action.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }
}
