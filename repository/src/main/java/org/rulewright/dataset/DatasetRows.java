package org.rulewright.dataset;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.dataset.snapshot.ColumnStatistics;
import org.rulewright.dataset.snapshot.RowPage;
import org.rulewright.dataset.snapshot.RowQuery;
import org.rulewright.dataset.snapshot.SnapshotFiles;
import org.rulewright.dataset.snapshot.SnapshotReader;
import org.springframework.stereotype.Service;

/** The rows of data sets, never loaded as a whole. */
@Service
public class DatasetRows {
  private final Datasets datasets;
  private final SnapshotFiles files;
  private final AuditTrail audit;

  DatasetRows(Datasets datasets, SnapshotFiles files, AuditTrail audit) {
    this.datasets = datasets;
    this.files = files;
    this.audit = audit;
  }

  /** A page of the newest snapshot. */
  public RowPage page(DatasetId id, RowQuery query) {
    return reader(current(id)).page(query);
  }

  public RowPage page(Snapshot snapshot, RowQuery query) {
    return reader(snapshot).page(query);
  }

  /** Hands over every row of the chosen columns in order; the sink stops it by false. */
  public void scan(Snapshot snapshot, List<String> columns, SnapshotReader.RowSink sink) {
    reader(snapshot).scan(columns, List.of(), sink);
  }

  public ColumnStatistics statistics(DatasetId id, String column) {
    var snapshot = current(id);
    return snapshot.columns().stream()
        .filter(each -> each.name().equals(column))
        .findFirst()
        .map(reader(snapshot)::statistics)
        .orElseThrow(() -> new UnknownDatasetException("column " + column));
  }

  /** How many rows of a snapshot pass. */
  public long count(Snapshot snapshot, RowQuery query) {
    return reader(snapshot).count(query);
  }

  /** Hands over every row that passes, in the query's order; its offset and limit do not count. */
  public void scan(Snapshot snapshot, RowQuery query, SnapshotReader.RowSink sink) {
    reader(snapshot).scan(query, sink);
  }

  /** Hands over one column of the rows of these numbers, in the source's order. */
  public void pick(
      Snapshot snapshot, String column, Collection<Long> numbers, SnapshotReader.RowSink sink) {
    reader(snapshot).pick(column, numbers, sink);
  }

  /** Enters into the audit trail that rows leave as a file; to be called before the first does. */
  public void enterExport(
      Dataset dataset, Snapshot snapshot, Map<String, String> details, Actor actor) {
    var all = new HashMap<>(details);
    all.put("digest", snapshot.digest());
    audit.append(actor, AuditAction.RECORDS_EXPORTED, "dataset", dataset.id().toString(), all);
  }

  private SnapshotReader reader(Snapshot snapshot) {
    return new SnapshotReader(files, snapshot.digest(), snapshot.columns());
  }

  private Snapshot current(DatasetId id) {
    var current = datasets.get(id).current();
    if (current == null) {
      throw new UnknownDatasetException("snapshot of data set " + id + " yet");
    }
    return current;
  }
}
