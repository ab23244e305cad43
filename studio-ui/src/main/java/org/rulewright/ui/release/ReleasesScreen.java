package org.rulewright.ui.release;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.Strategy;
import org.rulewright.asset.StrategyKey;
import org.rulewright.environment.Environment;
import org.rulewright.environment.Environments;
import org.rulewright.release.ReleaseEvent;
import org.rulewright.release.Releases;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.TableFilter;

/** All strategies against all environments: what runs where, now or at a moment in the past. */
@Route(value = "releases", layout = Shell.class)
@Destination(area = Area.OPERATION, title = "release.title", icon = VaadinIcon.ROCKET, order = 10)
@RolesAllowed({Roles.STRATEGIST, Roles.GOVERNOR, Roles.REVIEWER, Roles.ADMINISTRATOR})
class ReleasesScreen extends Screen implements AfterNavigationObserver {
  private static final int LATEST = 200;

  private final transient Strategies strategies;
  private final transient Environments environments;
  private final transient Releases releases;
  private final DateTimePicker moment = new DateTimePicker();
  private final transient Formats formats = Formats.here();
  private final DataTable<Line> lines;
  private final DataTable<ReleaseEvent> changes;

  /** One strategy with what is active in each environment, by the environment's name. */
  private record Line(Strategy strategy, Map<String, ReleaseEvent> active) {}

  ReleasesScreen(Strategies strategies, Environments environments, Releases releases) {
    super(tr("release.title"));
    this.strategies = strategies;
    this.environments = environments;
    this.releases = releases;
    header().setLead(tr("release.lead"));
    lines = new DataTable<>(tr("release.title"), columns());
    lines.onOpen(line -> ReleaseNavigation.open(line.strategy().key()));
    lines.grid().setAllRowsVisible(true);
    lines.setEmptyState(
        new EmptyState(VaadinIcon.ROCKET, tr("release.empty"), tr("release.empty.next")));
    moment.setAriaLabel(tr("release.moment"));
    moment.setDatePlaceholder(tr("release.moment"));
    moment.addValueChangeListener(changed -> load());
    lines.addFilters(TableFilter.moment("moment", moment));
    changes =
        new DataTable<>(tr("release.changes"), ReleaseColumns.of(formats, names(), true))
            .inAddressAs("changes");
    changes.onOpen(change -> ReleaseNavigation.open(change.strategy()));
    changes.setEmptyState(
        new EmptyState(VaadinIcon.CLOCK, tr("release.changes.empty"), tr("release.empty.next")));
    add(lines, new H2(tr("release.changes")), changes);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    load();
  }

  private void load() {
    var active = new HashMap<StrategyKey, Map<String, ReleaseEvent>>();
    for (var environment : environments.list()) {
      for (var event : releases.at(environment.name(), asOf())) {
        active
            .computeIfAbsent(event.strategy(), key -> new HashMap<>())
            .put(environment.name(), event);
      }
    }
    lines.setRows(
        strategies.list().stream()
            .map(strategy -> new Line(strategy, active.getOrDefault(strategy.key(), Map.of())))
            .toList());
    changes.setRows(releases.latest(LATEST));
  }

  private Instant asOf() {
    var chosen = moment.getValue();
    return chosen == null ? Instant.now() : chosen.atZone(formats.zone()).toInstant();
  }

  private Map<StrategyKey, String> names() {
    var names = new HashMap<StrategyKey, String>();
    strategies.list().forEach(strategy -> names.put(strategy.key(), strategy.name(locale())));
    return names;
  }

  private List<TableColumn<Line>> columns() {
    var columns = new ArrayList<TableColumn<Line>>();
    columns.add(
        TableColumn.text(
            "strategy", tr("release.strategy"), line -> line.strategy().name(locale())));
    environments.list().forEach(environment -> columns.add(column(environment)));
    return columns;
  }

  private TableColumn<Line> column(Environment environment) {
    return TableColumn.<Line>text(
            environment.name(), environment.label(locale()), line -> words(line, environment))
        .looksLike(line -> new ActiveCell(line.active().get(environment.name()), formats));
  }

  private String words(Line line, Environment environment) {
    var event = line.active().get(environment.name());
    return event == null
        ? ""
        : tr("release.versionSince", event.versionNumber(), formats.dateTime(event.at()));
  }
}
