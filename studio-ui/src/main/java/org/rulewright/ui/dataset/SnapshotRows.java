package org.rulewright.ui.dataset;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rulewright.dataset.DatasetRows;
import org.rulewright.dataset.Snapshot;
import org.rulewright.dataset.snapshot.Row;
import org.rulewright.dataset.snapshot.RowQuery;
import org.rulewright.ui.shell.RowRequest;
import org.rulewright.ui.shell.RowSource;

/** The rows of a snapshot; a column's key is its place, as its name may be anything. */
record SnapshotRows(DatasetRows rows, Snapshot snapshot) implements RowSource<Row> {

  static String key(int place) {
    return "c" + place;
  }

  @Override
  public List<Row> rows(RowRequest asked, int offset, int limit) {
    return rows.page(snapshot, query(asked, offset, limit)).rows();
  }

  @Override
  public Set<String> sortable() {
    return IntStream.range(0, snapshot.columns().size())
        .mapToObj(SnapshotRows::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public OptionalLong total(RowRequest asked) {
    return OptionalLong.of(
        asked.words().isEmpty() ? snapshot.rows() : rows.count(snapshot, query(asked, 0, 0)));
  }

  @Override
  public void each(RowRequest asked, Consumer<Row> sink) {
    rows.scan(
        snapshot,
        query(asked, 0, 0),
        row -> {
          sink.accept(row);
          return true;
        });
  }

  private RowQuery query(RowRequest asked, int offset, int limit) {
    var query = RowQuery.page(offset, limit).with(asked.words());
    return asked.sorted() ? query.sorted(column(asked.sortedBy()), asked.descending()) : query;
  }

  private String column(String key) {
    return snapshot.columns().get(Integer.parseInt(key.substring(1))).name();
  }
}
