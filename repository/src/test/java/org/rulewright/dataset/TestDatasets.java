package org.rulewright.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;
import org.rulewright.audit.AuditTrail;
import org.rulewright.blob.Blobs;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.snapshot.SnapshotFiles;
import org.rulewright.dataset.source.ColumnType;
import org.rulewright.dataset.source.SourceLimits;
import org.rulewright.dataset.source.SourceOptions;
import org.rulewright.dataset.source.SourcePreview;
import org.rulewright.job.Job;
import org.rulewright.job.JobHandler;
import org.rulewright.job.JobId;
import org.rulewright.job.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The real services of data sets on a folder and a database of a test. */
public final class TestDatasets implements AutoCloseable {
  public static final Actor ANNA = new Actor(ActorKind.USER, "u1", "Anna");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  public final AuditTrail audit;
  public final Blobs blobs;
  public final SnapshotFiles files;
  public final Jobs jobs;
  public final Datasets datasets;
  public final DatasetRows rows;
  public final SnapshotLedger ledger;
  public final List<JobHandler> handlers = new ArrayList<>();

  public TestDatasets(JdbcClient jdbc, PlatformTransactionManager transactions, Path folder) {
    audit = new AuditTrail(jdbc, transactions);
    blobs = new Blobs(folder.resolve("blobs"));
    files = new SnapshotFiles(folder.resolve("datasets"));
    jobs = new Jobs(jdbc, audit, handlers::stream, 2);
    var store = new DatasetStore(jdbc);
    ledger = new SnapshotLedger(store, files, audit, transactions);
    datasets = new Datasets(store, blobs, jobs, audit, SourceLimits.DEFAULT, transactions);
    rows = new DatasetRows(datasets, files, audit);
    handlers.add(new ImportJob(blobs, files, SourceLimits.DEFAULT, ledger));
  }

  /** Begins to work, once all handlers are there. */
  public TestDatasets started() {
    jobs.start();
    return this;
  }

  public Digest upload(String text) throws IOException {
    return datasets.upload(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  public Digest upload(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return datasets.upload(in);
    }
  }

  public SourcePreview preview(Digest upload) throws IOException {
    return ((PreviewResult.Shown) datasets.preview(upload)).preview();
  }

  public Dataset created(String key) {
    var result = datasets.create(new NewDataset(key, "名称 " + key, ""), ANNA);
    return ((CreateResult.Created) result).dataset();
  }

  public static String anyKey() {
    return "d" + UUID.randomUUID().toString().replace("-", "");
  }

  /** Imports as guessed, but for the named columns, and waits for the end. */
  public Dataset imported(String key, Path file, Map<String, ColumnType> types) throws IOException {
    var upload = upload(file);
    var options = typed(preview(upload).options(), types);
    var dataset = created(key);
    var name = file.getFileName().toString();
    var job =
        datasets.submitImport(
            new ImportRequest(dataset.id(), upload, name, options, RowErrorPolicy.REFUSE_ALL),
            ANNA);
    var ended = ended(job);
    assertThat(ended.result()).as(ended.toString()).isNotNull().contains("\"snapshot\":1");
    return datasets.get(dataset.id());
  }

  private static SourceOptions typed(SourceOptions options, Map<String, ColumnType> types) {
    return options.withColumns(
        options.columns().stream()
            .map(column -> column.as(types.getOrDefault(column.name(), column.type())))
            .toList());
  }

  /** Waits until the job has ended. */
  public Job ended(JobId id) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      var job = jobs.find(id).orElseThrow();
      if (job.state().ended()) {
        return job;
      }
      pause();
    }
    throw new AssertionError("the job did not end: " + jobs.find(id));
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    jobs.stop();
  }
}
