package org.rulewright.ui.notification;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import org.rulewright.access.UserId;
import org.rulewright.notification.Notification;
import org.rulewright.notification.Notifications;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.TableFilter;

/** Everything the person at the screen was told, newest first. */
@Route(value = "notifications", layout = Shell.class)
@PermitAll
class NotificationsScreen extends Screen implements AfterNavigationObserver {
  private final transient UserId person = SignedIn.here().user().id();
  private final transient Notifications notifications;
  private final DataTable<Notification> table =
      new DataTable<>(tr("notification.title"), columns());
  private final Button markAll = new Button(tr("notification.markAll"));

  NotificationsScreen(Notifications notifications, Ringing ringing) {
    super(tr("notification.title"));
    this.notifications = notifications;
    header().setLead(tr("notification.lead"));
    markAll.addClickListener(click -> markAll());
    header().setActions(markAll);
    fillHeight();
    var unread = new Checkbox(tr("notification.onlyUnread"));
    unread.addValueChangeListener(change -> showOnlyUnread(change.getValue()));
    table.addFilters(TableFilter.flag("unread", unread));
    table.onOpen(this::open);
    showOnlyUnread(false);
    table.grid().getColumns().stream()
        .filter(column -> !"what".equals(column.getKey()))
        .forEach(column -> column.setFlexGrow(0));
    add(table);
    ringing.follow(this, person, (unseen, news) -> load());
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    load();
  }

  private void load() {
    var all = notifications.page(person, null, Notifications.MOST).notifications();
    table.setRows(all);
    markAll.setVisible(all.stream().anyMatch(Notification::unseen));
  }

  private void showOnlyUnread(boolean only) {
    table.setEmptyState(
        only
            ? new EmptyState(
                VaadinIcon.CHECK, tr("notification.allRead.title"), tr("notification.allRead.text"))
            : new EmptyState(
                VaadinIcon.BELL_O, tr("notification.empty.title"), tr("notification.empty.text")));
    table.setFilter(one -> !only || one.unseen());
  }

  private void open(Notification one) {
    notifications.markSeen(one.id(), person);
    UI.getCurrent().navigate(NotificationAddress.of(one.notice().thing()));
  }

  private void markAll() {
    notifications.markAllSeen(person);
    load();
  }

  private static List<TableColumn<Notification>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.<Notification>text(
                "what", tr("notification.what"), one -> NotificationWords.text(one.notice()))
            .looksLike(NotificationsScreen::what)
            .asWide(),
        TableColumn.text(
            "kind", tr("notification.kind"), one -> trOf("notification.kind", one.notice().kind())),
        TableColumn.<Notification, Instant>value(
                "told",
                tr("notification.told"),
                Notification::toldAt,
                one -> formats.dateTime(one.toldAt()))
            .looksLike(one -> NotificationWords.time(one.toldAt())),
        TableColumn.<Notification, Instant>value(
                "seen",
                tr("notification.seen"),
                Notification::seenAt,
                one -> formats.dateTime(one.seenAt()))
            .hidden());
  }

  private static Component what(Notification one) {
    var words = new Span(NotificationWords.text(one.notice()));
    words.addClassName("rw-notification-text");
    var cell = new Div(NotificationWords.icon(one.notice().kind()), words);
    cell.addClassName("rw-notification-cell");
    if (one.unseen()) {
      cell.addClassName("unseen");
      cell.add(NotificationWords.unreadDot());
    }
    return cell;
  }
}
