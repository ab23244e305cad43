package org.rulewright.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notifications, newest first.
 *
 * @param next where the next page begins, or null when this is the last
 */
public record NotificationPage(List<Notification> notifications, @Nullable NotificationId next) {}
