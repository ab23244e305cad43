package org.rulewright.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.dataset.DatasetRows;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.Snapshot;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.snapshot.Row;
import org.rulewright.job.JobHandler;
import org.rulewright.job.JobRun;
import org.rulewright.release.Releases;
import org.springframework.stereotype.Component;

/**
 * Decides chunk after chunk of rows, then allocates the budget.
 *
 * <p>Each row claims an idempotency key, so that a run continued after a restart meets its own
 * earlier answers instead of deciding twice.
 */
@Component
class PortfolioJob implements JobHandler {
  static final String KIND = "portfolio-run";
  private static final int ROWS_AT_ONCE = 1_024;

  private final PortfolioStore store;
  private final RowDecider decider;
  private final Datasets datasets;
  private final DatasetRows rows;
  private final Releases releases;
  private final AuditTrail audit;

  PortfolioJob(
      PortfolioStore store,
      RowDecider decider,
      Datasets datasets,
      DatasetRows rows,
      Releases releases,
      AuditTrail audit) {
    this.store = store;
    this.decider = decider;
    this.datasets = datasets;
    this.rows = rows;
    this.releases = releases;
    this.audit = audit;
  }

  /** What the job is told. */
  record Parameters(String run, List<String> withheld) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public String run(JobRun job) {
    var parameters = BudgetJson.parameters(job.parameters());
    var run = store.find(PortfolioRunId.parse(parameters.run()).orElseThrow()).orElseThrow();
    var snapshot = datasets.snapshot(run.dataset(), run.snapshot()).orElseThrow();
    decide(job, run, snapshot, facts(run, snapshot, Set.copyOf(parameters.withheld())));
    var budget = run.budget();
    if (budget != null) {
      allocate(run, budget, job.submittedBy());
    }
    store.finish(run.id(), Instant.now());
    return BudgetJson.write(parameters);
  }

  /** The columns that are facts: those whose name the strategy knows. */
  private List<String> facts(PortfolioRun run, Snapshot snapshot, Set<String> withheld) {
    var inputs = new HashSet<String>();
    releases
        .findByDigest(run.releaseDigest())
        .orElseThrow()
        .version()
        .contract()
        .inputs()
        .forEach(input -> inputs.add(input.feature()));
    return snapshot.columns().stream()
        .map(Column::name)
        .filter(name -> inputs.contains(name) && !withheld.contains(name))
        .toList();
  }

  private void decide(JobRun job, PortfolioRun run, Snapshot snapshot, List<String> facts) {
    var outcome = datasets.get(run.dataset()).outcome();
    var bearings = new RowDecider.Bearings(run, facts, outcome, job.submittedBy());
    var columns = snapshot.columns();
    var chunk = new Chunk(job, bearings, snapshot.rows());
    try {
      rows.scan(
          snapshot,
          columns.stream().map(Column::name).toList(),
          row -> {
            chunk.add(row, columns);
            return true;
          });
      chunk.end();
    } catch (RuntimeException ended) {
      keep(chunk, ended);
      throw ended;
    }
  }

  private static void keep(Chunk chunk, RuntimeException ended) {
    try {
      chunk.keep();
    } catch (RuntimeException more) {
      ended.addSuppressed(more);
    }
  }

  private void allocate(PortfolioRun run, BudgetPolicy budget, Actor by) {
    var offered = store.offered(run.id());
    var offers = PortfolioOffers.of(offered);
    var allocated = Allocation.of(offers.offers(), budget);
    store.insertAllocation(run.id(), offers.ranked(allocated));
    audit.append(
        by,
        AuditAction.PORTFOLIO_RUN,
        "portfolio-run",
        run.id().toString(),
        Map.of("step", "allocation", "budget", budget.total().toPlainString()));
  }

  /** Rows gathered until there are enough to be decided together. */
  private final class Chunk {
    private final JobRun job;
    private final RowDecider.Bearings bearings;
    private final long total;
    private final List<RowDecider.Facts> gathered = new ArrayList<>();

    /** The chunk before, whose records become durable while this one is decided. */
    private RowDecider.@Nullable Deciding before;

    private long done;

    Chunk(JobRun job, RowDecider.Bearings bearings, long total) {
      this.job = job;
      this.bearings = bearings;
      this.total = total;
    }

    void add(Row row, List<Column> columns) {
      gathered.add(new RowDecider.Facts(row.number(), row.by(columns)));
      if (gathered.size() >= ROWS_AT_ONCE) {
        flush();
      }
    }

    void flush() {
      job.checkCancelled();
      if (!gathered.isEmpty()) {
        var now = decider.decide(List.copyOf(gathered), bearings);
        gathered.clear();
        keep();
        before = now;
      }
      job.progress(done, total, "");
    }

    void end() {
      flush();
      keep();
      job.progress(done, total, "");
    }

    /** Keeps the rows of the chunk before; what is recorded is listed, whatever ends the run. */
    void keep() {
      var decided = before;
      before = null;
      if (decided != null) {
        var rows = decided.await();
        store.insertRows(bearings.run().id(), rows);
        done += rows.size();
      }
    }
  }
}
