package org.rulewright.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rulewright.blob.Blobs;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.snapshot.DuckLimits;
import org.rulewright.dataset.snapshot.SnapshotFiles;
import org.rulewright.dataset.snapshot.SnapshotWriter;
import org.rulewright.dataset.source.SourceLimits;
import org.rulewright.dataset.source.TypedRows;
import org.rulewright.dataset.source.UnreadableSourceException;
import org.rulewright.job.JobHandler;
import org.rulewright.job.JobRefusedException;
import org.rulewright.job.JobRun;
import org.springframework.stereotype.Component;

/** Imports an uploaded file: reads it once to judge it and once to keep it. */
@Component
class ImportJob implements JobHandler {
  static final String KIND = "dataset-import";
  private static final int ROWS_BETWEEN_LOOKS = 10_000;

  private final Blobs blobs;
  private final SnapshotFiles files;
  private final SourceLimits limits;
  private final SnapshotLedger ledger;

  ImportJob(Blobs blobs, SnapshotFiles files, SourceLimits limits, SnapshotLedger ledger) {
    this.blobs = blobs;
    this.files = files;
    this.limits = limits;
    this.ledger = ledger;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The same bytes and options make the same snapshot, however often they are imported. */
  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public String run(JobRun run) throws IOException {
    var request = DatasetJson.read(run.parameters(), ImportRequest.class);
    try {
      return DatasetJson.write(run(run, request));
    } catch (UnreadableSourceException unreadable) {
      var problem = unreadable.problem();
      throw new JobRefusedException(
          problem.message(Locale.CHINESE) + " / " + problem.message(Locale.ENGLISH));
    }
  }

  private ImportResult run(JobRun run, ImportRequest request) throws IOException {
    var source = blobs.path(request.upload());
    var reportFile = blobs.newFile();
    try {
      var survey = survey(run, source, request, reportFile);
      var report = survey.refusedRows() == 0 ? null : blobs.adopt(reportFile);
      boolean refuse = report != null && request.policy() == RowErrorPolicy.REFUSE_ALL;
      return refuse || survey.goodRows() == 0
          ? new ImportResult(
              request.dataset(), null, survey.goodRows(), survey.refusedRows(), report)
          : keep(run, source, request, survey, report);
    } finally {
      Files.deleteIfExists(reportFile);
    }
  }

  private Survey survey(JobRun run, Path source, ImportRequest request, Path reportFile)
      throws IOException {
    var survey = new Survey(request.options().kept());
    long size = Files.size(source);
    try (var report = new RowErrorReport(reportFile);
        var rows = TypedRows.open(source, request.options(), limits)) {
      while (rows.next()) {
        survey.take(rows, report);
        look(run, rows, 0, size);
      }
    }
    return survey;
  }

  private ImportResult keep(
      JobRun run, Path source, ImportRequest request, Survey survey, @Nullable Digest report)
      throws IOException {
    var digest = digest(request);
    if (!files.has(digest)) {
      write(run, source, request, survey, digest);
    }
    var snapshot =
        ledger.enter(
            request.dataset(),
            new MadeSnapshot(
                digest,
                request.upload(),
                request.fileName(),
                DatasetJson.write(request.options()),
                survey.stored(),
                survey.goodRows(),
                survey.refusedRows(),
                report),
            run.submittedBy());
    return new ImportResult(
        request.dataset(), snapshot.number(), snapshot.rows(), snapshot.refusedRows(), report);
  }

  private void write(JobRun run, Path source, ImportRequest request, Survey survey, String digest)
      throws IOException {
    long size = Files.size(source);
    try (var writer = SnapshotWriter.open(files, survey.stored(), DuckLimits.DEFAULT);
        var rows = TypedRows.open(source, request.options(), limits)) {
      while (rows.next()) {
        if (rows.problems().isEmpty()) {
          writer.add(rows.values());
        }
        look(run, rows, size, size);
      }
      run.checkCancelled();
      writer.finish(digest);
    }
  }

  private static void look(JobRun run, TypedRows rows, long before, long size) {
    if (rows.count() % ROWS_BETWEEN_LOOKS == 0) {
      run.checkCancelled();
      run.progress(before + rows.delivered(), 2 * size, Long.toString(rows.count()));
    }
  }

  private static String digest(ImportRequest request) {
    var made =
        String.join(
            "\n",
            "rulewright snapshot 1",
            request.upload().hex(),
            DatasetJson.write(request.options()),
            request.policy().name());
    return Digest.of(made.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
