package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulewright.access.ApiKey;
import org.rulewright.access.ApiKeys;
import org.rulewright.environment.Environment;
import org.rulewright.environment.Environments;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.Confirmation;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.Tone;

/** The keys scripts and other systems show at the API. */
@Route(value = "api-keys", layout = Shell.class)
@RolesAllowed(Roles.ADMINISTRATOR)
@Destination(
    area = Area.ADMINISTRATION,
    title = "access.keys.title",
    icon = VaadinIcon.KEY_O,
    order = 20)
class KeysView extends Screen implements AfterNavigationObserver {
  private final transient ApiKeys keys;
  private final transient List<Environment> environments;
  private final DataTable<ApiKey> table;

  KeysView(ApiKeys keys, Environments environments) {
    super(tr("access.keys.title"));
    this.keys = keys;
    this.environments = environments.list();
    table = new DataTable<>(tr("access.keys.title"), columns());
    header().setLead(tr("access.keys.lead"));
    var create = createButton();
    header().setActions(create);
    fillHeight();
    table.addActions(this::revokeButton);
    table.setEmptyState(
        new EmptyState(
            VaadinIcon.KEY_O,
            tr("access.keys.empty.title"),
            tr("access.keys.empty.text"),
            createButton()));
    add(table);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    load();
  }

  private void load() {
    table.setRows(keys.list());
  }

  private Button createButton() {
    var create =
        new Button(
            tr("access.keys.new"),
            VaadinIcon.PLUS.create(),
            click -> new NewKeyDialog(keys, environments, this::load).open());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    return create;
  }

  private List<TableColumn<ApiKey>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.text("name", tr("access.key.name"), ApiKey::name),
        TableColumn.<ApiKey>text("start", tr("access.key.start"), key -> key.start() + "…")
            .looksLike(KeysView::start),
        TableColumn.<ApiKey>text("roles", tr("access.roles"), key -> RoleChips.words(key.roles()))
            .looksLike(key -> new RoleChips(key.roles())),
        TableColumn.text("environments", tr("access.key.environments"), this::places),
        TableColumn.<ApiKey>text("state", tr("access.key.state"), KeysView::state)
            .looksLike(key -> new StatusBadge(state(key), key.active() ? Tone.GOOD : Tone.BAD)),
        TableColumn.<ApiKey, Instant>value(
            "lastUsed",
            tr("access.key.lastUsed"),
            ApiKey::lastUsedAt,
            key -> formats.dateTime(key.lastUsedAt())),
        TableColumn.<ApiKey, Instant>value(
            "created",
            tr("access.key.created"),
            ApiKey::createdAt,
            key -> formats.dateTime(key.createdAt())));
  }

  private static Span start(ApiKey key) {
    var start = new Span(key.start() + "…");
    start.addClassName("rw-mono");
    return start;
  }

  private static String state(ApiKey key) {
    return tr(key.active() ? "access.key.active" : "access.key.revoked");
  }

  private String places(ApiKey key) {
    return key.environments().isEmpty() ? tr("access.key.everywhere") : labels(key.environments());
  }

  private String labels(Set<String> names) {
    return environments.stream()
        .filter(environment -> names.contains(environment.name()))
        .map(environment -> environment.label(Messages.locale()))
        .collect(Collectors.joining(tr("shell.listSeparator")));
  }

  private Component revokeButton(ApiKey key) {
    if (!key.active()) {
      return new Span();
    }
    var revoke = new Button(tr("access.key.revoke"), click -> askRevoke(key));
    revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
    return revoke;
  }

  private void askRevoke(ApiKey key) {
    Confirmation.askDanger(
        tr("access.key.revoke.question", key.name()),
        tr("access.key.revoke.consequence"),
        tr("access.key.revoke"),
        () -> revoke(key));
  }

  private void revoke(ApiKey key) {
    if (keys.revoke(key.id(), SignedIn.here().actor())) {
      Notices.done(tr("access.key.revoke.done", key.name()));
    } else {
      Notices.failed(tr("access.refused"), tr("access.key.revoke.failed"));
    }
    load();
  }
}
