package org.rulewright.ui.portfolio;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyKey;
import org.rulewright.dataset.DatasetId;
import org.rulewright.dataset.Datasets;
import org.rulewright.environment.Environments;
import org.rulewright.simulation.PortfolioRun;
import org.rulewright.simulation.PortfolioRuns;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.Tone;

/** All portfolio runs, newest first. */
@Route(value = "portfolio-runs", layout = Shell.class)
@Destination(
    area = Area.OPERATION,
    title = "portfolio.title",
    icon = VaadinIcon.PIE_BAR_CHART,
    order = 30)
@RolesAllowed({Roles.STRATEGIST, Roles.GOVERNOR, Roles.REVIEWER})
class PortfolioRunsScreen extends Screen implements AfterNavigationObserver {
  private static final int MOST = 500;

  private final transient PortfolioRuns runs;
  private final transient Strategies strategies;
  private final transient Environments environments;
  private final transient Datasets datasets;
  private final transient Map<StrategyKey, String> strategyNames = new HashMap<>();
  private final transient Map<DatasetId, String> datasetNames = new HashMap<>();
  private final DataTable<PortfolioRun> table;

  PortfolioRunsScreen(
      PortfolioRuns runs, Strategies strategies, Environments environments, Datasets datasets) {
    super(tr("portfolio.title"));
    this.runs = runs;
    this.strategies = strategies;
    this.environments = environments;
    this.datasets = datasets;
    header().setLead(tr("portfolio.lead"));
    fillHeight();
    table = new DataTable<>(tr("portfolio.title"), columns());
    table.onOpen(run -> PortfolioNavigation.open(run.id()));
    table.setEmptyState(emptyState());
    if (mayStart()) {
      header().setActions(startButton());
    }
    add(table);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    strategies.list().forEach(each -> strategyNames.put(each.key(), each.name(locale())));
    datasets.list(false).forEach(each -> datasetNames.put(each.id(), each.name()));
    table.setRows(runs.list(MOST));
  }

  private EmptyState emptyState() {
    var words = tr(mayStart() ? "portfolio.empty.next" : "portfolio.empty.wait");
    return mayStart()
        ? new EmptyState(VaadinIcon.PIE_BAR_CHART, tr("portfolio.empty"), words, startButton())
        : new EmptyState(VaadinIcon.PIE_BAR_CHART, tr("portfolio.empty"), words);
  }

  private static boolean mayStart() {
    return SignedIn.here().hasAny(Roles.STRATEGIST, Roles.GOVERNOR);
  }

  private Button startButton() {
    var start =
        new Button(
            tr("portfolio.start"),
            VaadinIcon.PLAY.create(),
            click ->
                new StartDialog(runs, strategies.list(), environments.list(), datasets.list(false))
                    .open());
    start.addThemeNames("primary");
    start.addClassName("portfolio-start");
    return start;
  }

  private List<TableColumn<PortfolioRun>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.<PortfolioRun, Instant>value(
            "started",
            tr("portfolio.startedAt"),
            PortfolioRun::startedAt,
            run -> formats.dateTime(run.startedAt())),
        TableColumn.<PortfolioRun>text(
            "strategy",
            tr("portfolio.strategy"),
            run -> strategyNames.getOrDefault(run.strategy(), run.strategy().value())),
        TableColumn.<PortfolioRun>text(
            "environment",
            tr("portfolio.environment"),
            run -> tr("portfolio.environment." + run.environment())),
        TableColumn.<PortfolioRun>text(
            "dataset",
            tr("portfolio.dataset"),
            run -> datasetNames.getOrDefault(run.dataset(), tr("portfolio.dataset.archived"))),
        TableColumn.<PortfolioRun>text("state", tr("portfolio.state"), PortfolioRunsScreen::state)
            .looksLike(run ->
                new StatusBadge(state(run), run.finishedAt() == null ? Tone.INFO : Tone.GOOD)),
        TableColumn.<PortfolioRun>text(
            "by", tr("portfolio.startedBy"), PortfolioRun::startedByName));
  }

  private static String state(PortfolioRun run) {
    return tr(run.finishedAt() == null ? "portfolio.unfinished" : "portfolio.finished");
  }
}
