package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages over the screen. */
public final class Notices {
  private static final int LONG_ENOUGH_TO_READ_MS = 4000;

  private Notices() {}

  /** Something was done as asked; goes away by itself. */
  public static void done(String text) {
    var notice = new Notification(text, LONG_ENOUGH_TO_READ_MS, Notification.Position.BOTTOM_END);
    notice.addThemeVariants(NotificationVariant.SUCCESS);
    notice.open();
  }

  /**
   * Something was not done; stays until it is closed.
   *
   * @param what what happened, in the author's words
   * @param remedy what to do about it
   */
  public static void failed(String what, String remedy) {
    var notice = new Notification();
    notice.addThemeVariants(NotificationVariant.ERROR);
    notice.setPosition(Notification.Position.BOTTOM_END);
    notice.setDuration(0);
    var headline = new Span(what);
    headline.addClassName("rw-notice-what");
    var words = new Div(headline, new Span(remedy));
    words.addClassName("rw-notice-words");
    var close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> notice.close());
    close.addThemeNames("tertiary", "icon");
    close.setAriaLabel(tr("shell.close"));
    var line = new Div(words, close);
    line.addClassName("rw-notice");
    notice.add(line);
    notice.setAssertive(true);
    notice.open();
  }
}
