package org.rulewright.ui.notification;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.rulewright.notification.Notification;

/** One notification as a link to what it is about. */
class NotificationLine extends Anchor {

  NotificationLine(Notification one) {
    super(NotificationAddress.of(one.notice().thing()), "");
    addClassName("rw-notification");
    var text = new Span(NotificationWords.text(one.notice()));
    text.addClassName("rw-notification-text");
    var time = NotificationWords.time(one.toldAt());
    time.addClassName("rw-notification-time");
    var words = new Div(text, time);
    words.addClassName("rw-notification-words");
    add(NotificationWords.icon(one.notice().kind()), words);
    if (one.unseen()) {
      addClassName("unseen");
      add(NotificationWords.unreadDot());
    }
  }
}
