package org.rulewright.asset;

import java.util.Map;
import org.rulewright.audit.Actor;
import org.rulewright.notification.Audience;
import org.rulewright.notification.Notice;
import org.rulewright.notification.NotificationKind;
import org.rulewright.notification.Notifications;
import org.rulewright.notification.Thing;
import org.rulewright.notification.ThingKind;
import org.springframework.stereotype.Component;

/** Tells those whose work met somebody else's: also when their editor was closed meanwhile. */
@Component
class DraftNews {

  private final StrategyStore strategies;
  private final Notifications notifications;

  DraftNews(StrategyStore strategies, Notifications notifications) {
    this.strategies = strategies;
    this.notifications = notifications;
  }

  /** What {@code mine} saved was kept beside the draft, which is {@code theirs}. */
  void setAside(StrategyKey key, Actor mine, Actor theirs) {
    tell(NotificationKind.DRAFT_SET_ASIDE, key, mine, theirs);
  }

  /** What {@code by} saved was put over what {@code before} saved. */
  void replaced(StrategyKey key, Actor before, Actor by) {
    if (!before.id().equals(by.id())) {
      tell(NotificationKind.DRAFT_REPLACED, key, before, by);
    }
  }

  private void tell(NotificationKind kind, StrategyKey key, Actor whom, Actor by) {
    var strategy = strategies.find(key).orElseThrow();
    notifications.tell(
        new Notice(
            kind,
            new Thing(ThingKind.DRAFT, key.value()),
            Map.of(
                "strategy.zh", strategy.nameZh(),
                "strategy.en", strategy.nameEn(),
                "by", by.name())),
        Audience.of(whom));
  }
}
