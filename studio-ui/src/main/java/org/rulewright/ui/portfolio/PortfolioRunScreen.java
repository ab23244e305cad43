package org.rulewright.ui.portfolio;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.rulewright.asset.Strategies;
import org.rulewright.audit.AuditTrail;
import org.rulewright.dataset.Datasets;
import org.rulewright.job.Job;
import org.rulewright.job.JobState;
import org.rulewright.job.Jobs;
import org.rulewright.simulation.PortfolioRun;
import org.rulewright.simulation.PortfolioRunId;
import org.rulewright.simulation.PortfolioRuns;
import org.rulewright.ui.shell.Crumb;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.JobProgress;
import org.rulewright.ui.shell.JobWords;
import org.rulewright.ui.shell.Pulse;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;

/** One run: how far it is, its figures, its rows. */
@Route(value = "portfolio-runs/:" + PortfolioNavigation.RUN, layout = Shell.class)
@RolesAllowed({Roles.STRATEGIST, Roles.GOVERNOR, Roles.REVIEWER})
class PortfolioRunScreen extends Screen implements BeforeEnterObserver {
  private final transient PortfolioRuns runs;
  private final transient Strategies strategies;
  private final transient Datasets datasets;
  private final transient Jobs jobs;
  private final transient Pulse pulse;
  private final transient AuditTrail audit;

  PortfolioRunScreen(
      PortfolioRuns runs,
      Strategies strategies,
      Datasets datasets,
      Jobs jobs,
      Pulse pulse,
      AuditTrail audit) {
    super(tr("portfolio.one"));
    this.runs = runs;
    this.strategies = strategies;
    this.datasets = datasets;
    this.jobs = jobs;
    this.pulse = pulse;
    this.audit = audit;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var run =
        event
            .getRouteParameters()
            .get(PortfolioNavigation.RUN)
            .flatMap(PortfolioRunId::parse)
            .flatMap(runs::find)
            .orElseThrow(NotFoundException::new);
    name(run);
    show(run);
  }

  private void name(PortfolioRun run) {
    var strategy =
        strategies
            .find(run.strategy())
            .map(found -> found.name(locale()))
            .orElse(run.strategy().value());
    rename(strategy, Crumb.to(PortfolioRunsScreen.class, tr("portfolio.title")));
    header()
        .setLead(
            tr(
                "portfolio.one.lead",
                datasets.get(run.dataset()).name(),
                run.snapshot(),
                tr("portfolio.environment." + run.environment()),
                Formats.here().dateTime(run.startedAt()),
                run.startedByName()));
  }

  private void show(PortfolioRun run) {
    clear();
    if (run.finishedAt() != null) {
      showFigures(run);
      return;
    }
    var job = jobs.find(run.job());
    if (job.isPresent() && !job.get().state().ended()) {
      add(new JobProgress(jobs, pulse, run.job(), ended -> ended(run, ended)));
    } else {
      job.ifPresent(found -> ended(run, found));
    }
  }

  private void ended(PortfolioRun run, Job job) {
    clear();
    if (job.state() != JobState.DONE) {
      var error = job.error();
      add(
          new EmptyState(
              VaadinIcon.WARNING,
              JobWords.state(job),
              error == null ? tr("portfolio.incomplete") : error));
    }
    showFigures(run);
  }

  private void showFigures(PortfolioRun run) {
    var summary = runs.summary(run.id());
    add(new FiguresPart(summary, run.budget()));
    add(new H2(tr("portfolio.rows")), new RowsPart(runs, run, summary, audit));
  }
}
