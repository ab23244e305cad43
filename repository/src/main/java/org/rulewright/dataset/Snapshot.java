package org.rulewright.dataset;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.snapshot.StoredColumn;

/**
 * One state of a data set; it never changes.
 *
 * @param number counted from 1 within the data set
 * @param digest hash of what it was made of: the source's bytes and options, or the SELECT and its
 *     snapshots
 * @param source the delivered file, null for a derived one
 * @param sourceName name of the delivered file, as it came
 * @param report the rows that were refused, as CSV; null when there were none
 * @param bytes size of the snapshot's file
 */
public record Snapshot(
    DatasetId dataset,
    int number,
    String digest,
    @Nullable Digest source,
    String sourceName,
    List<StoredColumn> stored,
    long rows,
    long refusedRows,
    @Nullable Digest report,
    long bytes,
    String madeBy,
    String madeByName,
    Instant madeAt) {

  public Snapshot {
    stored = List.copyOf(stored);
  }

  public List<Column> columns() {
    return stored.stream().map(StoredColumn::column).toList();
  }
}
