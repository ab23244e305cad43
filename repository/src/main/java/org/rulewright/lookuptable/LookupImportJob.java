package org.rulewright.lookuptable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rulewright.blob.Blobs;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.RowErrorPolicy;
import org.rulewright.dataset.RowErrorReport;
import org.rulewright.dataset.source.SourceLimits;
import org.rulewright.dataset.source.TypedRows;
import org.rulewright.dataset.source.UnreadableSourceException;
import org.rulewright.decision.Diagnostic;
import org.rulewright.job.JobHandler;
import org.rulewright.job.JobRefusedException;
import org.rulewright.job.JobRun;
import org.rulewright.lookup.LookupBuild;
import org.rulewright.lookup.LookupBuilder;
import org.rulewright.lookup.LookupTable;
import org.springframework.stereotype.Component;

/** Imports an uploaded file as a version: reads it, looks for double keys, keeps it. */
@Component
class LookupImportJob implements JobHandler {

  static final String KIND = "lookup-import";
  private static final int ROWS_BETWEEN_LOOKS = 10_000;

  private final Blobs blobs;
  private final SourceLimits limits;
  private final LookupLedger ledger;

  LookupImportJob(Blobs blobs, SourceLimits limits, LookupLedger ledger) {
    this.blobs = blobs;
    this.limits = limits;
    this.ledger = ledger;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The same bytes and choices make the same version, however often they are imported. */
  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public String run(JobRun run) throws IOException {
    var request = LookupJson.read(run.parameters(), LookupImport.class);
    try {
      return LookupJson.write(run(run, request));
    } catch (UnreadableSourceException unreadable) {
      var problem = unreadable.problem();
      throw new JobRefusedException(
          problem.message(Locale.CHINESE) + " / " + problem.message(Locale.ENGLISH));
    }
  }

  private LookupImportResult run(JobRun run, LookupImport request) throws IOException {
    var reportFile = blobs.newFile();
    try {
      var builder = new LookupBuilder(request.definition());
      long refused = read(run, request, builder, reportFile);
      var report = refused == 0 ? null : blobs.adopt(reportFile);
      boolean nothing = builder.size() == 0;
      if (nothing || (report != null && request.policy() == RowErrorPolicy.REFUSE_ALL)) {
        return new LookupImportResult(
            request.key(), null, builder.size(), refused, report, List.of(), 0);
      }
      return switch (builder.build()) {
        case LookupBuild.Built(LookupTable table) -> keep(run, request, table, refused, report);
        case LookupBuild.Refused(List<Diagnostic> findings, long count) ->
            new LookupImportResult(
                request.key(),
                null,
                builder.size(),
                refused,
                report,
                findings.stream().map(LookupImportJob::finding).toList(),
                count);
      };
    } finally {
      Files.deleteIfExists(reportFile);
    }
  }

  /** Fills the builder; returns how many rows could not be read. */
  private long read(JobRun run, LookupImport request, LookupBuilder builder, Path reportFile)
      throws IOException {
    var source = blobs.path(request.upload());
    long size = Files.size(source);
    int[] positions = request.positions();
    @Nullable Object[] cells = new Object[positions.length];
    long refused = 0;
    try (var report = new RowErrorReport(reportFile);
        var rows = TypedRows.open(source, request.options(), limits)) {
      while (rows.next()) {
        if (!rows.problems().isEmpty()) {
          refused++;
          report.add(rows.problems());
        } else if (builder.size() == LookupBuilder.MOST_ROWS) {
          throw new JobRefusedException("查询表最多一百万行。 / A look-up table has at most a million rows.");
        } else {
          for (int i = 0; i < cells.length; i++) {
            cells[i] = positions[i] < 0 ? null : rows.values()[positions[i]];
          }
          builder.add(Math.toIntExact(rows.line()), cells);
        }
        if (rows.count() % ROWS_BETWEEN_LOOKS == 0) {
          run.checkCancelled();
          run.progress(rows.delivered(), size, Long.toString(rows.count()));
        }
      }
    }
    return refused;
  }

  private LookupImportResult keep(
      JobRun run, LookupImport request, LookupTable table, long refused, @Nullable Digest report)
      throws IOException {
    run.checkCancelled();
    var file = blobs.newFile();
    try (var out = Files.newOutputStream(file)) {
      LookupFile.write(table, out);
    }
    long bytes = Files.size(file);
    var digest = blobs.adopt(file);
    var version =
        ledger.enter(
            new MadeLookup(request, digest, table.size(), bytes, refused, report),
            run.submittedBy());
    return new LookupImportResult(
        request.key(), version.number(), table.size(), refused, report, List.of(), 0);
  }

  private static LookupImportResult.Finding finding(Diagnostic diagnostic) {
    var line = diagnostic.place().element();
    return new LookupImportResult.Finding(
        line == null ? 0 : Long.parseLong(line),
        diagnostic.message(Locale.CHINESE),
        diagnostic.message(Locale.ENGLISH));
  }
}
