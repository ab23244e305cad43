package org.rulewright.dataset;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.snapshot.ColumnStatistics;
import org.rulewright.dataset.snapshot.Row;
import org.rulewright.dataset.snapshot.RowFilter;
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

  /** Writes all rows that pass as CSV; the export is entered in the audit trail before. */
  public void exportCsv(DatasetId id, List<RowFilter> filters, OutputStream out, Actor actor)
      throws IOException {
    var snapshot = current(id);
    audit.append(
        actor,
        AuditAction.RECORDS_EXPORTED,
        "dataset",
        id.toString(),
        Map.of("digest", snapshot.digest(), "filters", filters.toString()));
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    var csv = new CsvText(writer);
    var names = snapshot.columns().stream().map(Column::name).toList();
    csv.record(names.stream().map(CsvText::harmless).toList());
    try {
      reader(snapshot).scan(names, filters, row -> write(csv, row));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }

  private static boolean write(CsvText csv, Row row) {
    var fields = new ArrayList<String>();
    for (var value : row.values()) {
      fields.add(text(value));
    }
    try {
      csv.record(fields);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case String text -> CsvText.harmless(text);
      default -> value.toString();
    };
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
