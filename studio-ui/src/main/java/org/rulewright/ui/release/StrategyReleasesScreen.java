package org.rulewright.ui.release;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.Strategy;
import org.rulewright.asset.StrategyKey;
import org.rulewright.environment.Environments;
import org.rulewright.release.ReleaseEvent;
import org.rulewright.release.Releases;
import org.rulewright.ui.shell.Crumb;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.version.Versions;

/** One strategy: what runs of it in each environment, and every change there ever was. */
@Route(value = "releases/:" + ReleaseNavigation.STRATEGY, layout = Shell.class)
@RolesAllowed({Roles.STRATEGIST, Roles.GOVERNOR, Roles.REVIEWER, Roles.ADMINISTRATOR})
class StrategyReleasesScreen extends Screen implements BeforeEnterObserver {
  private final transient Strategies strategies;
  private final transient Environments environments;
  private final transient Releases releases;
  private final transient ReleaseActions actions;
  private final Div cards = new Div();
  private final DataTable<ReleaseEvent> history;

  StrategyReleasesScreen(
      Strategies strategies, Environments environments, Releases releases, Versions versions) {
    super(tr("release.title"));
    this.strategies = strategies;
    this.environments = environments;
    this.releases = releases;
    this.actions = new ReleaseActions(releases, versions);
    cards.addClassName("rw-cards");
    history =
        new DataTable<>(tr("release.history"), ReleaseColumns.of(Formats.here(), Map.of(), false));
    history.grid().setAllRowsVisible(true);
    history.setEmptyState(
        new EmptyState(VaadinIcon.CLOCK, tr("release.changes.empty"), tr("release.empty.next")));
    add(cards, new H2(tr("release.history")), history);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    load(
        event
            .getRouteParameters()
            .get(ReleaseNavigation.STRATEGY)
            .flatMap(StrategyKey::parse)
            .flatMap(strategies::find)
            .orElseThrow(NotFoundException::new));
  }

  private void load(Strategy strategy) {
    rename(strategy.name(locale()), Crumb.to(ReleasesScreen.class, tr("release.title")));
    header().setLead(strategy.purpose());
    cards.removeAll();
    for (var environment : environments.list()) {
      cards.add(
          new EnvironmentCard(
              environment,
              strategy.key(),
              releases.active(environment.name(), strategy.key()).orElse(null),
              releases.history(environment.name(), strategy.key()).stream()
                  .findFirst()
                  .orElse(null),
              actions,
              () -> load(strategy)));
    }
    history.setRows(changes(strategy.key()));
  }

  private List<ReleaseEvent> changes(StrategyKey strategy) {
    return environments.list().stream()
        .flatMap(environment -> releases.history(environment.name(), strategy).stream())
        .sorted(Comparator.comparing(ReleaseEvent::at).reversed())
        .toList();
  }
}
