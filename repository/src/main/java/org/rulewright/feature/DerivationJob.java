package org.rulewright.feature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.MadeSnapshot;
import org.rulewright.dataset.SnapshotLedger;
import org.rulewright.dataset.snapshot.DuckLimits;
import org.rulewright.dataset.snapshot.SnapshotFiles;
import org.rulewright.dataset.snapshot.SnapshotWriter;
import org.rulewright.dataset.snapshot.StoredColumn;
import org.rulewright.dataset.sql.Cancellation;
import org.rulewright.dataset.sql.ReadOnlySql;
import org.rulewright.dataset.sql.SqlLimits;
import org.rulewright.dataset.sql.SqlProblem;
import org.rulewright.dataset.sql.SqlResult;
import org.rulewright.dataset.sql.SqlRows;
import org.rulewright.job.JobHandler;
import org.rulewright.job.JobRun;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Runs a derivation and keeps its answer as a snapshot with its lineage. */
@Component
class DerivationJob implements JobHandler {
  static final String KIND = "feature-derivation";
  private static final int EXAMPLES = 5;
  private static final int ROWS_BETWEEN_LOOKS = 1_000;

  private final SqlSources sources;
  private final SnapshotFiles files;
  private final SnapshotLedger ledger;
  private final LineageStore lineages;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  DerivationJob(
      SqlSources sources,
      SnapshotFiles files,
      SnapshotLedger ledger,
      LineageStore lineages,
      AuditTrail audit,
      PlatformTransactionManager transactions) {
    this.sources = sources;
    this.files = files;
    this.ledger = ledger;
    this.lineages = lineages;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The same SELECT over the same snapshots gives the same answer. */
  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public String run(JobRun run) {
    var request = JsonMapper.shared().readValue(run.parameters(), DerivationRequest.class);
    var cancellation = new Cancellation();
    run.onCancel(cancellation::cancel);
    var now = sources.now();
    var sql = new ReadOnlySql(files.scratch(), SqlLimits.DEFAULT);
    try (var answer = new Answer(run, request.subject())) {
      var result = sql.run(request.sql(), sources.tables(now), answer, cancellation);
      run.checkCancelled();
      return JsonMapper.shared().writeValueAsString(kept(run, request, now, answer, result));
    }
  }

  private DerivationResult kept(
      JobRun run, DerivationRequest request, List<Dataset> now, Answer answer, SqlResult result) {
    return switch (result) {
      case SqlResult.Refused refused ->
          DerivationResult.refused(request.dataset(), refused.problem());
      case SqlResult.Answered answered when !answer.hasSubject() ->
          DerivationResult.refused(
              request.dataset(),
              new SqlProblem(SqlProblem.Code.NO_SUBJECT, 0, 0, List.of(request.subject())));
      case SqlResult.Answered answered -> {
        var writer = Objects.requireNonNull(answer.writer);
        var duplicates = writer.duplicates(request.subject(), EXAMPLES);
        yield duplicates.isEmpty()
            ? keep(run, request, now, writer, answered)
            : new DerivationResult(request.dataset(), null, 0, null, duplicates);
      }
    };
  }

  private DerivationResult keep(
      JobRun run,
      DerivationRequest request,
      List<Dataset> now,
      SnapshotWriter writer,
      SqlResult.Answered answered) {
    var lineage =
        new Lineage(
            request.sql(),
            Digest.of(request.sql().getBytes(StandardCharsets.UTF_8)).hex(),
            request.subject(),
            SqlSources.lineage(now, answered.uses()));
    var digest = digest(lineage, now);
    if (!files.has(digest)) {
      writer.finish(digest);
    }
    var made =
        new MadeSnapshot(
            digest,
            null,
            "SELECT",
            JsonMapper.shared().writeValueAsString(request),
            answered.columns(),
            answered.rows(),
            0,
            null);
    var number =
        Objects.requireNonNull(transaction.execute(status -> enter(run, request, made, lineage)));
    return new DerivationResult(request.dataset(), number, answered.rows(), null, List.of());
  }

  private Integer enter(JobRun run, DerivationRequest request, MadeSnapshot made, Lineage lineage) {
    var snapshot = ledger.enter(request.dataset(), made, run.submittedBy());
    lineages.insert(snapshot, lineage);
    audit.append(
        run.submittedBy(),
        AuditAction.DERIVATION_RUN,
        "dataset",
        request.dataset().toString(),
        Map.of(
            "snapshot", Integer.toString(snapshot.number()),
            "sqlHash", lineage.sqlHash(),
            "sources", lineage.sources().toString()));
    return snapshot.number();
  }

  /** Named by the SELECT and by the content it read, not by who ran it when. */
  private static String digest(Lineage lineage, List<Dataset> now) {
    var parts = new ArrayList<String>();
    parts.add("rulewright derivation 1");
    parts.add(lineage.sqlHash());
    parts.add(lineage.subject());
    for (var source : lineage.sources()) {
      now.stream()
          .filter(each -> each.id().equals(source.dataset()))
          .forEach(each -> parts.add(each.key() + " " + SqlSources.current(each).digest()));
    }
    return Digest.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** Writes the answer as it comes. */
  private final class Answer implements SqlRows, AutoCloseable {
    private final JobRun run;
    private final String subject;
    private @Nullable SnapshotWriter writer;
    private boolean hasSubject;

    Answer(JobRun run, String subject) {
      this.run = run;
      this.subject = subject;
    }

    @Override
    public void columns(List<StoredColumn> columns) {
      hasSubject = columns.stream().anyMatch(column -> column.name().equals(subject));
      writer = SnapshotWriter.open(files, columns, DuckLimits.DEFAULT);
    }

    @Override
    public boolean row(@Nullable Object[] values) {
      var open = Objects.requireNonNull(writer);
      open.add(values);
      if (open.rows() % ROWS_BETWEEN_LOOKS == 0) {
        run.progress(open.rows(), 0, Long.toString(open.rows()));
      }
      return hasSubject;
    }

    boolean hasSubject() {
      return hasSubject;
    }

    @Override
    public void close() {
      if (writer != null) {
        writer.close();
      }
    }
  }
}
