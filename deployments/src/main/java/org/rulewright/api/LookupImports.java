package org.rulewright.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.PreviewResult;
import org.rulewright.dataset.RowErrorPolicy;
import org.rulewright.dataset.source.SourceOptions;
import org.rulewright.dataset.source.SourceProblem;
import org.rulewright.dataset.source.UnreadableSourceException;
import org.rulewright.job.JobId;
import org.rulewright.lookuptable.LookupImport;
import org.rulewright.lookuptable.LookupImportStart;
import org.rulewright.lookuptable.LookupRefusal;
import org.rulewright.lookuptable.Lookups;
import org.springframework.stereotype.Component;

/** Imports a file as a look-up table in one step, with its reading guessed and corrected. */
@Component
class LookupImports {

  /** What a caller says about a file. */
  record Order(
      String key,
      String name,
      String fileName,
      List<String> keys,
      @Nullable String validFrom,
      @Nullable String validTo,
      @Nullable String policy,
      @Nullable String options) {}

  /** What became of an order. */
  sealed interface Result {
    record Begun(String key, JobId job) implements Result {}

    record WrongField(String field, String expected) implements Result {}

    record Unreadable(SourceProblem problem) implements Result {}

    record Refused(LookupRefusal refusal) implements Result {}
  }

  private final Datasets datasets;
  private final DatasetImports reading;
  private final Lookups lookups;

  LookupImports(Datasets datasets, DatasetImports reading, Lookups lookups) {
    this.datasets = datasets;
    this.reading = reading;
    this.lookups = lookups;
  }

  /** Names separated by commas. */
  static List<String> columns(@Nullable String text) {
    return text == null
        ? List.of()
        : Stream.of(text.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  Result begin(Order order, InputStream content, Actor by) throws IOException {
    // A row left out would quietly change what rules find, so it has to be asked for.
    var policy =
        order.policy() == null
            ? RowErrorPolicy.REFUSE_ALL
            : DatasetImports.policy(order.policy()).orElse(null);
    if (policy == null) {
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
      case PreviewResult.Shown shown -> begin(order, upload, shown.preview().options(), policy, by);
    };
  }

  private Result begin(
      Order order, Digest upload, SourceOptions guessed, RowErrorPolicy policy, Actor by)
      throws IOException {
    SourceOptions options;
    try {
      options = reading.corrected(guessed, order.options(), upload);
    } catch (IllegalArgumentException wrong) {
      return new Result.WrongField("options", String.valueOf(wrong.getMessage()));
    }
    var request =
        new LookupImport(
            order.key(),
            order.name(),
            upload,
            order.fileName(),
            options,
            order.keys(),
            order.validFrom(),
            order.validTo(),
            policy);
    return switch (lookups.submitImport(request, by)) {
      case LookupImportStart.Begun(JobId job) -> new Result.Begun(order.key(), job);
      case LookupImportStart.Refused(LookupRefusal refusal) -> new Result.Refused(refusal);
    };
  }
}
