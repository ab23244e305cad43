package org.rulewright.notification;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.UserId;

/**
 * These people were told something, or saw what they were told; published on this node once it is
 * committed, in the thread that committed it: listeners return at once.
 *
 * @param news what they were told; null when they saw something
 */
public record NotificationsChanged(Set<UserId> people, @Nullable Notice news) {

  public NotificationsChanged {
    people = Set.copyOf(people);
  }
}
