package org.rulewright.notification;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulewright.access.KeyRevoked;
import org.rulewright.access.Role;
import org.rulewright.access.RolesChanged;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.audit.AuditTrail;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a person that their roles are others now, or that a key they made was revoked. */
@Component
class AccessNews {

  private final Notifications notifications;
  private final AuditTrail audit;

  AccessNews(Notifications notifications, AuditTrail audit) {
    this.notifications = notifications;
    this.audit = audit;
  }

  @EventListener
  void on(RolesChanged changed) {
    notifications.tell(
        new Notice(
            NotificationKind.ROLES_CHANGED,
            new Thing(ThingKind.ACCOUNT, ""),
            Map.of("roles", names(changed.to()), "by", changed.by().name())),
        Audience.people(Set.of(changed.person().toString())).except(changed.by()));
  }

  @EventListener
  void on(KeyRevoked revoked) {
    var key = revoked.key();
    notifications.tell(
        new Notice(
            NotificationKind.KEY_REVOKED,
            new Thing(ThingKind.KEY, key.id().toString()),
            Map.of("key", key.name(), "by", revoked.by().name())),
        Audience.people(makers(key.id().toString())).except(revoked.by()));
  }

  /** The key itself holds its maker's name only. */
  private Set<String> makers(String key) {
    var made =
        new AuditQuery(null, AuditAction.KEY_CREATED, "key", key, null, null, null, null, 10);
    return audit.search(made).entries().stream()
        .map(entry -> entry.actor().id())
        .collect(Collectors.toSet());
  }

  private static String names(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
  }
}
