package org.rulewright.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import jakarta.annotation.PreDestroy;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.UserId;
import org.rulewright.notification.Notice;
import org.rulewright.notification.Notifications;
import org.rulewright.notification.NotificationsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;

/**
 * Pushes what is new to every open tab of whom it is for.
 *
 * <p>Counts are asked for in a thread of its own, once for all people concerned, and never with a
 * session locked. What another node told is found within half a minute.
 */
@org.springframework.stereotype.Component
class Ringing {
  private static final System.Logger LOG = System.getLogger(Ringing.class.getName());
  private static final int SECONDS_BETWEEN_LOOKS = 30;

  private final Notifications notifications;
  private final Map<Component, Ear> ears = new ConcurrentHashMap<>();
  private final Map<UserId, Integer> counts = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("notification-push").factory());

  /** Is told with the session locked. */
  @FunctionalInterface
  interface Listener {

    /**
     * Something is new.
     *
     * @param news what the person was told, or null when they saw something
     */
    void changed(int unseen, @Nullable Notice news);
  }

  private record Ear(UI ui, UserId person, Listener listener) {}

  Ringing(Notifications notifications) {
    this.notifications = notifications;
    var unused =
        thread.scheduleWithFixedDelay(
            this::lookForOthers, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
  }

  /** Tells the listener whenever something changes for the person while the part is shown. */
  void follow(Component part, UserId person, Listener listener) {
    part.addAttachListener(attached -> ears.put(part, new Ear(attached.getUI(), person, listener)));
    part.addDetachListener(detached -> forget(part));
  }

  private void forget(Component part) {
    var ear = ears.remove(part);
    if (ear != null && ears.values().stream().noneMatch(one -> one.person().equals(ear.person()))) {
      counts.remove(ear.person());
    }
  }

  /** How many the person has not seen, as of now. */
  int unseen(UserId person) {
    var unseen = notifications.unseen(person);
    counts.put(person, unseen);
    return unseen;
  }

  @EventListener
  void on(NotificationsChanged changed) {
    try {
      thread.execute(() -> ring(here(changed.people()), changed.news(), true));
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.DEBUG, "the studio stops: nobody is left to hear the bell");
    }
  }

  /** What other nodes told. */
  private void lookForOthers() {
    ring(ears.values().stream().map(Ear::person).collect(Collectors.toSet()), null, false);
  }

  private Set<UserId> here(Collection<UserId> people) {
    return ears.values().stream()
        .map(Ear::person)
        .filter(people::contains)
        .collect(Collectors.toSet());
  }

  private void ring(Set<UserId> people, @Nullable Notice news, boolean always) {
    try {
      var unseen = notifications.unseen(people);
      for (UserId person : people) {
        int now = unseen.getOrDefault(person, 0);
        var before = counts.put(person, now);
        if (always || !Objects.equals(before, now)) {
          tell(person, now, news);
        }
      }
    } catch (DataAccessException unreachable) {
      LOG.log(Level.WARNING, "the bells could not be rung; looking again soon", unreachable);
    }
  }

  private void tell(UserId person, int unseen, @Nullable Notice news) {
    ears.values().stream()
        .filter(ear -> ear.person().equals(person))
        .forEach(ear -> ear.ui().access(() -> ear.listener().changed(unseen, news)));
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }
}
