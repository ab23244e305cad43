package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.rulewright.access.User;
import org.rulewright.access.Users;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.Tone;

/** The people who can sign in, and what they may do. */
@Route(value = "users", layout = Shell.class)
@RolesAllowed(Roles.ADMINISTRATOR)
@Destination(
    area = Area.ADMINISTRATION,
    title = "access.users.title",
    icon = VaadinIcon.USERS,
    order = 10)
class UsersView extends Screen implements AfterNavigationObserver {
  private final transient Users users;
  private final DataTable<User> table = new DataTable<>(tr("access.users.title"), columns());

  UsersView(Users users) {
    super(tr("access.users.title"));
    this.users = users;
    header().setLead(tr("access.users.lead"));
    var create =
        new Button(
            tr("access.users.new"),
            VaadinIcon.PLUS.create(),
            click -> new NewUserDialog(users, this::load).open());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    header().setActions(create);
    fillHeight();
    table.onOpen(user -> new UserDialog(users, user, this::load).open());
    add(table);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    load();
  }

  private void load() {
    table.setRows(users.list());
  }

  private static List<TableColumn<User>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.text("name", tr("access.user.name"), User::displayName),
        TableColumn.text("login", tr("access.login.name"), User::login),
        TableColumn.<User>text("roles", tr("access.roles"), user -> RoleChips.words(user.roles()))
            .looksLike(user -> new RoleChips(user.roles())),
        TableColumn.<User>text("state", tr("access.user.state"), UsersView::state)
            .looksLike(
                user -> new StatusBadge(state(user), user.active() ? Tone.GOOD : Tone.NEUTRAL)),
        TableColumn.<User, Instant>value(
            "lastLogin",
            tr("access.user.lastLogin"),
            User::lastLoginAt,
            user -> formats.dateTime(user.lastLoginAt())),
        TableColumn.<User, Instant>value(
                "created",
                tr("access.user.created"),
                User::createdAt,
                user -> formats.dateTime(user.createdAt()))
            .hidden(),
        TableColumn.<User>text(
                "language", tr("shell.language"), user -> trOf("shell.language", user.language()))
            .hidden());
  }

  private static String state(User user) {
    return tr(user.active() ? "access.user.active" : "access.user.inactive");
  }
}
