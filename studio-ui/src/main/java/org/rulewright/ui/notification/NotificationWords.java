package org.rulewright.ui.notification;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rulewright.notification.Notice;
import org.rulewright.notification.NotificationKind;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Tone;

/** What a notification says in the language of the person at the screen, and how it looks. */
final class NotificationWords {

  private NotificationWords() {}

  static String text(Notice notice) {
    return tr("notification.text." + notice.kind().name(), arguments(notice));
  }

  private static Object[] arguments(Notice notice) {
    return switch (notice.kind()) {
      case JOB_DONE, JOB_FRUITLESS, JOB_FAILED -> all(plain(notice, "title"));
      case VERSION_CREATED ->
          all(plain(notice, "by"), name(notice, "strategy"), plain(notice, "version"));
      case RELEASED, RELEASE_TAKEN_BACK ->
          all(
              plain(notice, "by"),
              name(notice, "strategy"),
              plain(notice, "version"),
              name(notice, "environment"));
      case DRAFT_SET_ASIDE, DRAFT_REPLACED -> all(plain(notice, "by"), name(notice, "strategy"));
      case KEY_REVOKED -> all(plain(notice, "by"), plain(notice, "key"));
      case ROLES_CHANGED -> all(plain(notice, "by"), roles(plain(notice, "roles")));
      case DECISION_ALTERED -> all(plain(notice, "decision"));
      case DECISION_LOG_BROKEN -> all(plain(notice, "findings"));
    };
  }

  private static Object[] all(Object... arguments) {
    return arguments;
  }

  private static String plain(Notice notice, String name) {
    return notice.arguments().getOrDefault(name, "");
  }

  /** What has a name in each language. */
  private static String name(Notice notice, String name) {
    return plain(notice, name + "." + locale().getLanguage());
  }

  private static String roles(String names) {
    return names.isEmpty()
        ? tr("notification.noRole")
        : Arrays.stream(names.split(",", -1))
            .map(role -> tr("shell.role." + role))
            .collect(Collectors.joining(tr("shell.listSeparator")));
  }

  /** How long ago, with the full time as its tooltip. */
  static Span time(Instant toldAt) {
    var formats = Formats.here();
    var time = new Span(formats.ago(toldAt, Instant.now()));
    time.setTitle(formats.exactTime(toldAt));
    return time;
  }

  /** Marks what was not read yet, for the eye and for a screen reader. */
  static Span unreadDot() {
    var spoken = new Span(tr("notification.unread"));
    spoken.addClassName("rw-spoken");
    var dot = new Span(spoken);
    dot.addClassName("rw-notification-dot");
    return dot;
  }

  static Component icon(NotificationKind kind) {
    var picture = picture(kind).create();
    picture.addClassNames(
        "rw-notification-icon", "rw-tone-" + tone(kind).name().toLowerCase(Locale.ROOT));
    picture.getElement().setAttribute("aria-hidden", "true");
    return picture;
  }

  private static VaadinIcon picture(NotificationKind kind) {
    return switch (kind) {
      case JOB_DONE -> VaadinIcon.CHECK;
      case JOB_FRUITLESS -> VaadinIcon.EXCLAMATION;
      case JOB_FAILED -> VaadinIcon.CLOSE;
      case VERSION_CREATED -> VaadinIcon.TAG;
      case RELEASED -> VaadinIcon.ROCKET;
      case RELEASE_TAKEN_BACK -> VaadinIcon.ROTATE_LEFT;
      case DRAFT_SET_ASIDE -> VaadinIcon.SPLIT;
      case DRAFT_REPLACED -> VaadinIcon.EXCHANGE;
      case KEY_REVOKED -> VaadinIcon.KEY;
      case ROLES_CHANGED -> VaadinIcon.USER;
      case DECISION_ALTERED, DECISION_LOG_BROKEN -> VaadinIcon.WARNING;
    };
  }

  private static Tone tone(NotificationKind kind) {
    return switch (kind) {
      case JOB_DONE -> Tone.GOOD;
      case JOB_FRUITLESS, RELEASE_TAKEN_BACK, DRAFT_SET_ASIDE, DRAFT_REPLACED -> Tone.WARNING;
      case JOB_FAILED, DECISION_ALTERED, DECISION_LOG_BROKEN -> Tone.BAD;
      case VERSION_CREATED, RELEASED -> Tone.INFO;
      case KEY_REVOKED, ROLES_CHANGED -> Tone.NEUTRAL;
    };
  }
}
