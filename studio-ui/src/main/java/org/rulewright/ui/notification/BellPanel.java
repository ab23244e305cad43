package org.rulewright.ui.notification;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouteConfiguration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.rulewright.access.UserId;
import org.rulewright.notification.Notification;
import org.rulewright.notification.Notifications;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;

/** What the bell opens: the newest notifications, those of today first. */
class BellPanel extends Div {
  private static final int NEWEST = 20;

  private final transient UserId person;
  private final transient Notifications notifications;
  private final transient Runnable close;
  private final Button markAll = new Button(tr("notification.markAll"));
  private final Div list = new Div();

  BellPanel(UserId person, Notifications notifications, Runnable close) {
    this.person = person;
    this.notifications = notifications;
    this.close = close;
    addClassName("rw-bell-panel");
    markAll.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    markAll.addClickListener(click -> markAll());
    var head = new Div(new H2(tr("notification.title")), markAll);
    head.addClassName("rw-bell-head");
    list.addClassName("rw-bell-list");
    add(head, list, foot());
  }

  private Div foot() {
    var all =
        new Anchor(
            RouteConfiguration.forApplicationScope().getUrl(NotificationsScreen.class),
            tr("notification.showAll"));
    all.getElement().addEventListener("click", click -> close.run());
    var foot = new Div(all);
    foot.addClassName("rw-bell-foot");
    return foot;
  }

  /** Shows the newest as of now. */
  void load() {
    var newest = notifications.page(person, null, NEWEST).notifications();
    markAll.setVisible(newest.stream().anyMatch(Notification::unseen));
    list.removeAll();
    if (newest.isEmpty()) {
      list.add(
          new EmptyState(
              VaadinIcon.BELL_O, tr("notification.empty.title"), tr("notification.empty.text")));
      return;
    }
    var zone = Formats.here().zone();
    var today = LocalDate.now(zone);
    var byDay =
        newest.stream()
            .collect(
                Collectors.partitioningBy(
                    one -> LocalDate.ofInstant(one.toldAt(), zone).equals(today)));
    addGroup(tr("notification.today"), byDay.getOrDefault(true, List.of()));
    addGroup(tr("notification.earlier"), byDay.getOrDefault(false, List.of()));
  }

  private void addGroup(String name, List<Notification> some) {
    if (!some.isEmpty()) {
      var items = new UnorderedList();
      some.forEach(one -> items.add(new ListItem(line(one))));
      list.add(new H3(name), items);
    }
  }

  private Component line(Notification one) {
    var line = new NotificationLine(one);
    line.getElement()
        .addEventListener(
            "click",
            click -> {
              notifications.markSeen(one.id(), person);
              close.run();
            });
    return line;
  }

  private void markAll() {
    notifications.markAllSeen(person);
    load();
  }
}
