package org.rulewright.ui.notification;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.UserId;
import org.rulewright.notification.Notice;
import org.rulewright.notification.Notifications;

/** The bell in the header: how many are unread, and the newest of them at a click. */
class Bell extends Div {
  private static final int MOST_SHOWN = 99;

  private final transient UserId person;
  private final transient Ringing ringing;
  private final Button button = new Button(VaadinIcon.BELL.create());
  private final Span count = new Span();
  private final Span spoken = new Span();
  private final Popover popover = new Popover();
  private final BellPanel panel;

  Bell(UserId person, Notifications notifications, Ringing ringing) {
    this.person = person;
    this.ringing = ringing;
    this.panel = new BellPanel(person, notifications, popover::close);
    addClassName("rw-bell");
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.addThemeName("icon");
    button.addClassName("rw-bell-button");
    button.getElement().setAttribute("aria-haspopup", "dialog");
    count.addClassName("rw-bell-count");
    count.getElement().setAttribute("aria-hidden", "true");
    spoken.addClassName("rw-spoken");
    spoken.getElement().setAttribute("role", "status");
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.setAutofocus(true);
    popover.setModal(false);
    popover.setAriaLabel(tr("notification.title"));
    popover.addClassName("rw-bell-popover");
    popover.add(panel);
    popover.addOpenedChangeListener(change -> {
      if (change.isOpened()) {
        panel.load();
      }
    });
    add(button, count, popover, spoken);
    ringing.follow(this, person, this::changed);
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    show(ringing.unseen(person));
  }

  private void changed(int unseen, @Nullable Notice news) {
    show(unseen);
    if (popover.isOpened()) {
      panel.load();
    }
    if (news != null) {
      spoken.setText(NotificationWords.text(news));
      JobToast.showIfJob(news);
    }
  }

  private void show(int unseen) {
    var label = unseen == 0 ? tr("notification.bell") : tr("notification.bell.unread", unseen);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    count.setText(unseen > MOST_SHOWN ? MOST_SHOWN + "+" : Integer.toString(unseen));
    count.setVisible(unseen > 0);
  }
}
