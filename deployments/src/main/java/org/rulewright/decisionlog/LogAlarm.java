package org.rulewright.decisionlog;

import java.util.Map;
import org.rulewright.access.Role;
import org.rulewright.notification.Audience;
import org.rulewright.notification.Notice;
import org.rulewright.notification.NotificationKind;
import org.rulewright.notification.Notifications;
import org.rulewright.notification.Thing;
import org.rulewright.notification.ThingKind;
import org.springframework.stereotype.Component;

/** Tells reviewers and administrators that what was recorded is not what is there. */
@Component
class LogAlarm {

  private final Notifications notifications;

  LogAlarm(Notifications notifications) {
    this.notifications = notifications;
  }

  /** One record does not fit its digest or its neighbours in the chain. */
  void altered(DecisionId decision) {
    var arguments = Map.of("decision", decision.toString());
    tell(
        NotificationKind.DECISION_ALTERED,
        new Thing(ThingKind.DECISION, decision.toString()),
        arguments,
        Audience.of(Role.REVIEWER));
    tell(
        NotificationKind.DECISION_ALTERED,
        new Thing(ThingKind.DECISION_LOG, decision.toString()),
        arguments,
        Audience.of(Role.ADMINISTRATOR));
  }

  /** Walking all chains found what does not fit, if anything. */
  void verified(LogVerification found) {
    if (!found.intact()) {
      tell(
          NotificationKind.DECISION_LOG_BROKEN,
          new Thing(ThingKind.DECISION_LOG, ""),
          Map.of("findings", Integer.toString(found.findings().size())),
          Audience.of(Role.REVIEWER).and(Role.ADMINISTRATOR));
    }
  }

  private void tell(
      NotificationKind kind, Thing thing, Map<String, String> arguments, Audience audience) {
    notifications.tell(new Notice(kind, thing, arguments), audience);
  }
}
