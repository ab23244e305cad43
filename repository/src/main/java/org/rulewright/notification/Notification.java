package org.rulewright.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person was told.
 *
 * @param seenAt when they saw it, or null
 */
public record Notification(
    NotificationId id, Notice notice, Instant toldAt, @Nullable Instant seenAt) {

  public boolean unseen() {
    return seenAt == null;
  }
}
