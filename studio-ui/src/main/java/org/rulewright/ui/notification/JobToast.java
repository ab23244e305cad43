package org.rulewright.ui.notification;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.rulewright.notification.Notice;

/** Says quietly that a job of one's own ended; goes away by itself, the bell keeps it. */
final class JobToast {
  private static final int LONG_ENOUGH_TO_READ_MS = 6000;

  private JobToast() {}

  static void showIfJob(Notice news) {
    switch (news.kind()) {
      case JOB_DONE, JOB_FRUITLESS, JOB_FAILED -> show(news);
      case VERSION_CREATED,
          RELEASED,
          RELEASE_TAKEN_BACK,
          DRAFT_SET_ASIDE,
          DRAFT_REPLACED,
          KEY_REVOKED,
          ROLES_CHANGED,
          DECISION_ALTERED,
          DECISION_LOG_BROKEN -> {
        // the badge is enough
      }
    }
  }

  private static void show(Notice news) {
    var toast = new Notification();
    toast.setPosition(Notification.Position.BOTTOM_END);
    toast.setDuration(LONG_ENOUGH_TO_READ_MS);
    var open = new Anchor(NotificationAddress.of(news.thing()), tr("notification.open"));
    open.getElement().addEventListener("click", click -> toast.close());
    var words = new Div(new Span(NotificationWords.text(news)), open);
    words.addClassName("rw-notice-words");
    var line = new Div(NotificationWords.icon(news.kind()), words);
    line.addClassNames("rw-notice", "rw-job-toast");
    toast.add(line);
    toast.open();
  }
}
