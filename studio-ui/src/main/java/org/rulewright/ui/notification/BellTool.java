package org.rulewright.ui.notification;

import com.vaadin.flow.component.Component;
import org.rulewright.notification.Notifications;
import org.rulewright.ui.shell.HeaderTool;
import org.rulewright.ui.shell.SignedIn;

/** Puts a bell into the header of everybody. */
@org.springframework.stereotype.Component
class BellTool implements HeaderTool {
  private final Notifications notifications;
  private final Ringing ringing;

  BellTool(Notifications notifications, Ringing ringing) {
    this.notifications = notifications;
    this.ringing = ringing;
  }

  @Override
  public Component create() {
    return new Bell(SignedIn.here().user().id(), notifications, ringing);
  }
}
