package org.rulewright.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.blob.Blobs;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.source.SourceLimits;
import org.rulewright.dataset.source.SourceOptions;
import org.rulewright.dataset.source.SourcePreview;
import org.rulewright.dataset.source.SourceReader;
import org.rulewright.dataset.source.UnreadableSourceException;
import org.rulewright.job.JobId;
import org.rulewright.job.Jobs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Data sets: uploaded, previewed, imported, described, archived. */
@Service
public class Datasets {
  private static final String THING = "dataset";

  private final DatasetStore store;
  private final Blobs blobs;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final SourceLimits limits;
  private final SourceReader reader;
  private final TransactionTemplate transaction;
  private final Clock clock = Clock.systemUTC();

  Datasets(
      DatasetStore store,
      Blobs blobs,
      Jobs jobs,
      AuditTrail audit,
      SourceLimits limits,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.blobs = blobs;
    this.jobs = jobs;
    this.audit = audit;
    this.limits = limits;
    this.reader = new SourceReader(limits);
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Keeps a delivered file; it stays unread until a preview or an import.
   *
   * @throws UnreadableSourceException when it is larger than allowed
   */
  public Digest upload(InputStream content) throws IOException {
    return blobs.put(new LimitedUpload(content, limits.bytes()));
  }

  /** Guesses how an uploaded file wants to be read. */
  public PreviewResult preview(Digest upload) throws IOException {
    return shown(upload, reader::preview);
  }

  /** Shows what the given options make of an uploaded file. */
  public PreviewResult preview(Digest upload, SourceOptions options) throws IOException {
    return shown(upload, file -> reader.preview(file, options));
  }

  /** Guesses the columns anew for options whose delimiter, sheet, header or encoding changed. */
  public PreviewResult previewColumns(Digest upload, SourceOptions options) throws IOException {
    return shown(upload, file -> reader.guessColumns(file, options));
  }

  private interface Look {
    SourcePreview at(Path file) throws IOException;
  }

  private PreviewResult shown(Digest upload, Look look) throws IOException {
    try {
      return new PreviewResult.Shown(look.at(blobs.path(upload)));
    } catch (UnreadableSourceException unreadable) {
      return new PreviewResult.Unreadable(unreadable.problem());
    }
  }

  /** Makes a data set without rows, into which files are imported. */
  public CreateResult create(NewDataset data, Actor actor) {
    return create(data, DatasetKind.IMPORTED, actor);
  }

  /** Makes a data set without rows for what a SELECT will derive. */
  public CreateResult createDerived(NewDataset data, Actor actor) {
    return create(data, DatasetKind.DERIVED, actor);
  }

  private CreateResult create(NewDataset data, DatasetKind kind, Actor actor) {
    return inTransaction(() -> {
      var id = DatasetId.fresh();
      if (!store.insert(id, data, kind, actor, Instant.now(clock))) {
        return new CreateResult.KeyTaken(data.key());
      }
      changed(actor, id, Map.of("key", data.key(), "name", data.name(), "kind", kind.name()));
      return new CreateResult.Created(get(id));
    });
  }

  /** Imports in the background; the job's result is an {@link ImportResult}. */
  public JobId submitImport(ImportRequest request, Actor actor) {
    var dataset = get(request.dataset());
    return jobs.submit(
        ImportJob.KIND,
        dataset.name() + " ← " + request.fileName(),
        DatasetJson.write(request),
        actor);
  }

  /** What a finished import brought; empty while it runs or when it failed. */
  public Optional<ImportResult> importResult(JobId job) {
    return jobs.find(job)
        .filter(found -> found.kind().equals(ImportJob.KIND))
        .flatMap(found -> Optional.ofNullable(found.result()))
        .map(result -> DatasetJson.read(result, ImportResult.class));
  }

  /** The report of refused rows, as CSV in UTF-8. */
  public InputStream report(Digest report) throws IOException {
    return blobs.open(report);
  }

  public Optional<Dataset> find(DatasetId id) {
    return store.find(id);
  }

  public Optional<Dataset> find(String key) {
    return store.find(key);
  }

  public Dataset get(DatasetId id) {
    return store.find(id).orElseThrow(() -> new UnknownDatasetException("data set " + id));
  }

  /** Newest first; the archived ones are listed apart. */
  public List<Dataset> list(boolean archived) {
    return store.list(archived);
  }

  /** Newest first. */
  public List<Snapshot> snapshots(DatasetId id) {
    return store.snapshots(id, 1_000);
  }

  public Optional<Snapshot> snapshot(DatasetId id, int number) {
    return store.snapshot(id, number);
  }

  /** Says which column tells what became of a case; earlier definitions stay. */
  public OutcomeResult defineOutcome(DatasetId id, OutcomeDefinition definition, Actor actor) {
    var columns = get(id).columns().stream().map(Column::name).toList();
    if (!columns.contains(definition.column())) {
      return new OutcomeResult.UnknownColumn(definition.column());
    }
    return inTransaction(() -> {
      store.insertOutcome(id, definition, actor, Instant.now(clock));
      changed(
          actor,
          id,
          Map.of(
              "outcome", definition.column(),
              "bad", String.join(", ", definition.badValues()),
              "windowMonths", String.valueOf(definition.windowMonths())));
      return new OutcomeResult.Defined(Objects.requireNonNull(get(id).outcome()));
    });
  }

  /** Newest first. */
  public List<Outcome> outcomes(DatasetId id) {
    return store.outcomes(id, 1_000);
  }

  public void describe(DatasetId id, String name, String description, Actor actor) {
    inTransaction(() -> {
      store.describe(id, name, description);
      changed(actor, id, Map.of("name", name, "description", description));
      return id;
    });
  }

  /** Takes it out of the lists; nothing is removed, and what used it still finds it. */
  public void archive(DatasetId id, Actor actor) {
    archive(id, true, AuditAction.DATASET_REMOVED, actor);
  }

  public void restore(DatasetId id, Actor actor) {
    archive(id, false, AuditAction.DATASET_CHANGED, actor);
  }

  private void archive(DatasetId id, boolean archived, AuditAction action, Actor actor) {
    inTransaction(() -> {
      store.archive(id, archived);
      audit.append(
          actor, action, THING, id.toString(), Map.of("archived", Boolean.toString(archived)));
      return id;
    });
  }

  private void changed(Actor actor, DatasetId id, Map<String, String> details) {
    audit.append(actor, AuditAction.DATASET_CHANGED, THING, id.toString(), details);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
