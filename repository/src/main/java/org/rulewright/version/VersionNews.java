package org.rulewright.version;

import java.util.Map;
import org.rulewright.access.Role;
import org.rulewright.asset.Strategies;
import org.rulewright.audit.Actor;
import org.rulewright.notification.Audience;
import org.rulewright.notification.Notice;
import org.rulewright.notification.NotificationKind;
import org.rulewright.notification.Notifications;
import org.rulewright.notification.Thing;
import org.rulewright.notification.ThingKind;
import org.springframework.stereotype.Component;

/** Tells those who release that there is something to release. */
@Component
class VersionNews {

  private final Strategies strategies;
  private final Notifications notifications;

  VersionNews(Strategies strategies, Notifications notifications) {
    this.strategies = strategies;
    this.notifications = notifications;
  }

  void created(Version version, Actor by) {
    var strategy = strategies.find(version.strategy()).orElseThrow();
    notifications.tell(
        new Notice(
            NotificationKind.VERSION_CREATED,
            new Thing(ThingKind.VERSIONS, version.strategy().value()),
            Map.of(
                "strategy.zh", strategy.nameZh(),
                "strategy.en", strategy.nameEn(),
                "version", Integer.toString(version.number()),
                "by", by.name())),
        Audience.of(Role.GOVERNOR).except(by));
  }
}
