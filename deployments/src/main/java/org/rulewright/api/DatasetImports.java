package org.rulewright.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.CreateResult;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.ImportRequest;
import org.rulewright.dataset.NewDataset;
import org.rulewright.dataset.PreviewResult;
import org.rulewright.dataset.RowErrorPolicy;
import org.rulewright.dataset.source.SourceOptions;
import org.rulewright.dataset.source.SourceProblem;
import org.rulewright.dataset.source.UnreadableSourceException;
import org.rulewright.job.JobId;
import org.springframework.stereotype.Component;

/**
 * Imports a file in one step: kept, looked at, its options guessed and corrected by the caller's,
 * and read in the background.
 */
@Component
class DatasetImports {

  /**
   * What a caller says about a file; everything may be absent.
   *
   * @param key of a new data set, or of one that gets a new snapshot; made from the file's name if
   *     absent
   * @param options JSON that overrides what was guessed
   */
  record Order(
      @Nullable String key,
      @Nullable String name,
      @Nullable String description,
      String fileName,
      @Nullable String policy,
      @Nullable String options) {}

  /** What became of an order. */
  sealed interface Result {
    record Begun(Dataset dataset, JobId job) implements Result {}

    record WrongField(String field, String expected) implements Result {}

    record Unreadable(SourceProblem problem) implements Result {}

    record KeyTaken(String key) implements Result {}
  }

  private final Datasets datasets;

  DatasetImports(Datasets datasets) {
    this.datasets = datasets;
  }

  Result begin(Order order, InputStream content, Actor by) throws IOException {
    var key = order.key() == null ? keyOf(order.fileName()) : order.key();
    if (!NewDataset.isKey(key)) {
      return new Result.WrongField("key", "[a-z][a-z0-9_]*");
    }
    var policy = policy(order.policy());
    if (policy.isEmpty()) {
      return new Result.WrongField("policy", "KEEP_GOOD_ROWS, REFUSE_ALL");
    }
    Digest upload;
    try {
      upload = datasets.upload(content);
    } catch (UnreadableSourceException unreadable) {
      return new Result.Unreadable(unreadable.problem());
    }
    return switch (datasets.preview(upload)) {
      case PreviewResult.Unreadable unreadable -> new Result.Unreadable(unreadable.problem());
      case PreviewResult.Shown shown ->
          begin(order, key, upload, shown.preview().options(), policy.get(), by);
    };
  }

  private Result begin(
      Order order,
      String key,
      Digest upload,
      SourceOptions guessed,
      RowErrorPolicy policy,
      Actor by)
      throws IOException {
    SourceOptions options;
    try {
      options = corrected(guessed, order.options(), upload);
    } catch (IllegalArgumentException wrong) {
      return new Result.WrongField("options", String.valueOf(wrong.getMessage()));
    }
    var dataset = dataset(order, key, by);
    if (dataset.isEmpty()) {
      return new Result.KeyTaken(key);
    }
    var request = new ImportRequest(dataset.get().id(), upload, order.fileName(), options, policy);
    return new Result.Begun(dataset.get(), datasets.submitImport(request, by));
  }

  /**
   * Columns are guessed anew where the file is to be read otherwise; then types are set.
   *
   * @throws IllegalArgumentException when the options are not such
   */
  SourceOptions corrected(SourceOptions guessed, @Nullable String json, Digest upload)
      throws IOException {
    if (json == null || json.isBlank()) {
      return guessed;
    }
    var wanted = ImportOptions.read(json);
    var read = wanted.reading(guessed);
    if (read.equals(guessed)) {
      return wanted.columns(read);
    }
    return switch (datasets.previewColumns(upload, read)) {
      case PreviewResult.Shown shown -> wanted.columns(shown.preview().options());
      case PreviewResult.Unreadable unreadable ->
          throw new IllegalArgumentException(unreadable.problem().message(Locale.ENGLISH));
    };
  }

  private Optional<Dataset> dataset(Order order, String key, Actor by) {
    var known = datasets.find(key);
    if (known.isPresent()) {
      return known.filter(found -> !found.archived());
    }
    var name = order.name() == null ? order.fileName() : order.name();
    var description = order.description() == null ? "" : order.description();
    return switch (datasets.create(new NewDataset(key, name, description), by)) {
      case CreateResult.Created created -> Optional.of(created.dataset());
      case CreateResult.KeyTaken taken -> datasets.find(taken.key());
    };
  }

  static Optional<RowErrorPolicy> policy(@Nullable String text) {
    if (text == null) {
      return Optional.of(RowErrorPolicy.KEEP_GOOD_ROWS);
    }
    for (var policy : RowErrorPolicy.values()) {
      if (policy.name().equals(text)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }

  /** {@code Invoices 2020.csv.gz} becomes {@code invoices_2020}. */
  private static String keyOf(String fileName) {
    var parts = new ArrayList<String>();
    var stem = fileName.replaceAll("(?i)\\.(csv|txt|tsv|xlsx|gz)", "").toLowerCase(Locale.ROOT);
    for (var part : stem.split("[^a-z0-9]+")) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    var key = String.join("_", parts);
    return key.isEmpty() || !Character.isLetter(key.charAt(0)) ? "data_" + key : key;
  }
}
