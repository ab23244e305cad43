package org.rulewright.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.snapshot.StoredColumn;

/**
 * A snapshot whose file is there, to be entered as the newest state of its data set.
 *
 * @param options how it was made, as JSON
 */
public record MadeSnapshot(
    String digest,
    @Nullable Digest source,
    String sourceName,
    String options,
    List<StoredColumn> columns,
    long rows,
    long refusedRows,
    @Nullable Digest report) {

  public MadeSnapshot {
    columns = List.copyOf(columns);
  }
}
