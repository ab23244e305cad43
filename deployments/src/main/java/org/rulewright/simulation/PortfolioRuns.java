package org.rulewright.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.Outcome;
import org.rulewright.dataset.Snapshot;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.job.JobId;
import org.rulewright.job.Jobs;
import org.rulewright.release.Release;
import org.rulewright.release.Releases;
import org.rulewright.simulation.PortfolioSubmission.Accepted;
import org.rulewright.simulation.PortfolioSubmission.Refused;
import org.rulewright.simulation.PortfolioSubmission.Why;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs what is released over data sets, in the background, and tells the figures. */
@Service
public class PortfolioRuns {
  private final PortfolioStore store;
  private final PortfolioFigures figures;
  private final Datasets datasets;
  private final Releases releases;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  PortfolioRuns(
      PortfolioStore store,
      PortfolioFigures figures,
      Datasets datasets,
      Releases releases,
      Jobs jobs,
      AuditTrail audit,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.figures = figures;
    this.datasets = datasets;
    this.releases = releases;
    this.jobs = jobs;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Begins a run in the background. */
  public PortfolioSubmission submit(PortfolioRequest request, Actor by) {
    var release = releases.active(request.environment(), request.strategy());
    if (release.isEmpty()) {
      return new Refused(Why.NOT_RELEASED);
    }
    var dataset = datasets.find(request.dataset());
    if (dataset.isEmpty()) {
      return new Refused(Why.NO_DATASET);
    }
    var snapshot = dataset.get().current();
    if (snapshot == null) {
      return new Refused(Why.NO_SNAPSHOT);
    }
    return refusal(request, snapshot, release.get())
        .<PortfolioSubmission>map(Refused::new)
        .orElseGet(() -> begin(request, dataset.get(), snapshot, release.get(), by));
  }

  private static Optional<Why> refusal(
      PortfolioRequest request, Snapshot snapshot, Release release) {
    var names = snapshot.columns().stream().map(Column::name).collect(Collectors.toSet());
    if (!names.contains(request.subjectColumn())) {
      return Optional.of(Why.NO_SUBJECT_COLUMN);
    }
    names.removeAll(request.withheld());
    return release.version().contract().inputs().stream()
            .anyMatch(input -> names.contains(input.feature()))
        ? Optional.empty()
        : Optional.of(Why.NO_FEATURE);
  }

  private PortfolioSubmission begin(
      PortfolioRequest request, Dataset dataset, Snapshot snapshot, Release release, Actor by) {
    var outcome = dataset.outcome();
    var id = PortfolioRunId.fresh();
    var title = request.strategy() + " × " + dataset.name();
    var parameters =
        BudgetJson.write(
            new PortfolioJob.Parameters(id.toString(), List.copyOf(request.withheld())));
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var job = jobs.submit(PortfolioJob.KIND, title, parameters, by);
          store.insert(run(id, job, request, snapshot, outcome, release, by));
          audit.append(
              by,
              AuditAction.PORTFOLIO_RUN,
              "portfolio-run",
              id.toString(),
              Map.of(
                  "strategy", request.strategy().value(),
                  "environment", request.environment(),
                  "release", release.digest(),
                  "dataset", dataset.key(),
                  "snapshot", snapshot.digest()));
          return new Accepted(id, job);
        }));
  }

  private static PortfolioRun run(
      PortfolioRunId id,
      JobId job,
      PortfolioRequest request,
      Snapshot snapshot,
      @Nullable Outcome outcome,
      Release release,
      Actor by) {
    return new PortfolioRun(
        id,
        job,
        request.environment(),
        request.strategy(),
        release.digest(),
        request.dataset(),
        snapshot.number(),
        snapshot.digest(),
        request.subjectColumn(),
        outcome == null ? null : outcome.column(),
        request.budget(),
        by.id(),
        by.name(),
        Instant.now(),
        null);
  }

  public Optional<PortfolioRun> find(PortfolioRunId id) {
    return store.find(id);
  }

  /** Newest first. */
  public List<PortfolioRun> list(int limit) {
    return store.list(limit);
  }

  /** Computes the figures over the rows that are decided so far. */
  public PortfolioSummary summary(PortfolioRunId id) {
    return figures.of(id);
  }

  /** Returns rows by their place in the snapshot, with their subjects. */
  public List<ListedRow> rows(PortfolioRun run, RowSelection selection, long offset, int limit) {
    return rows(run, selection, RowOrder.BY_PLACE, offset, limit);
  }

  /** Returns rows in an order, with their subjects. */
  public List<ListedRow> rows(
      PortfolioRun run, RowSelection selection, RowOrder order, long offset, int limit) {
    return store.rows(run, selection, order, offset, limit);
  }

  /** How many rows the selection lets through. */
  public long count(PortfolioRun run, RowSelection selection) {
    return store.count(run, selection);
  }
}
