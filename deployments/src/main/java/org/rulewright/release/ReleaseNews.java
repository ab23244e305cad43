package org.rulewright.release;

import java.util.Map;
import org.rulewright.access.Role;
import org.rulewright.asset.Strategies;
import org.rulewright.environment.Environments;
import org.rulewright.notification.Audience;
import org.rulewright.notification.Notice;
import org.rulewright.notification.NotificationKind;
import org.rulewright.notification.Notifications;
import org.rulewright.notification.Thing;
import org.rulewright.notification.ThingKind;
import org.rulewright.version.Version;
import org.springframework.stereotype.Component;

/** Tells those whose edits run now, or no longer run, and those who look decisions up. */
@Component
class ReleaseNews {

  private final Environments environments;
  private final Strategies strategies;
  private final Notifications notifications;

  ReleaseNews(Environments environments, Strategies strategies, Notifications notifications) {
    this.environments = environments;
    this.strategies = strategies;
    this.notifications = notifications;
  }

  /** Tells of a change of what is active; {@code version} is active from now on. */
  void changed(ReleaseEvent event, Version version) {
    var strategy = strategies.find(event.strategy()).orElseThrow();
    var environment = environments.find(event.environment()).orElseThrow();
    notifications.tell(
        new Notice(
            event.kind() == ReleaseEvent.Kind.BACK
                ? NotificationKind.RELEASE_TAKEN_BACK
                : NotificationKind.RELEASED,
            new Thing(ThingKind.RELEASES, event.strategy().value()),
            Map.of(
                "strategy.zh", strategy.nameZh(),
                "strategy.en", strategy.nameEn(),
                "environment.zh", environment.nameZh(),
                "environment.en", environment.nameEn(),
                "version", Integer.toString(event.versionNumber()),
                "by", event.by().name())),
        Audience.people(version.editors()).and(Role.REVIEWER).except(event.by()));
  }
}
