package org.rulewright.dataset;

import org.rulewright.blob.Digest;
import org.rulewright.dataset.source.SourceOptions;

/**
 * The wish to import an uploaded file as the newest state of a data set.
 *
 * @param fileName as the person knows it; only shown, never used as a path
 */
public record ImportRequest(
    DatasetId dataset,
    Digest upload,
    String fileName,
    SourceOptions options,
    RowErrorPolicy policy) {

  public ImportRequest {
    if (options.kept().isEmpty()) {
      throw new IllegalArgumentException("at least one column is kept");
    }
  }
}
