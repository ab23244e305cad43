package org.rulewright.dataset.snapshot;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one snapshot; DuckDB fetches only the columns and row groups that are asked for. */
public final class SnapshotReader {
  private final SnapshotFiles files;
  private final Path file;
  private final List<Column> columns;

  public SnapshotReader(SnapshotFiles files, String digest, List<Column> columns) {
    this.files = files;
    this.file = files.path(digest);
    this.columns = List.copyOf(columns);
  }

  /** Takes row after row; false stops. */
  @FunctionalInterface
  public interface RowSink {
    boolean take(Row row);
  }

  public RowPage page(RowQuery query) {
    var where = Where.of(query.filters(), query.words(), columns);
    try (var session = session()) {
      long total = total(session, where);
      var rows = new ArrayList<Row>();
      var sql =
          "SELECT %s, file_row_number FROM %s%s ORDER BY %sfile_row_number LIMIT %d OFFSET %d"
              .formatted(
                  names(columns),
                  table(),
                  where.sql(),
                  order(query),
                  query.limit(),
                  query.offset());
      run(session, sql, where, columns, row -> rows.add(row));
      return new RowPage(columns, rows, total);
    }
  }

  /** Hands over every row that passes, in the order of the source, without keeping them. */
  public void scan(List<String> wanted, List<RowFilter> filters, RowSink sink) {
    var chosen = wanted.stream().map(name -> Where.column(columns, name)).toList();
    var where = Where.of(filters, "", columns);
    var sql =
        "SELECT %s, file_row_number FROM %s%s ORDER BY file_row_number"
            .formatted(names(chosen), table(), where.sql());
    try (var session = session()) {
      run(session, sql, where, chosen, sink);
    }
  }

  /** Hands over every row that passes, in the query's order; its offset and limit do not count. */
  public void scan(RowQuery query, RowSink sink) {
    var where = Where.of(query.filters(), query.words(), columns);
    var sql =
        "SELECT %s, file_row_number FROM %s%s ORDER BY %sfile_row_number"
            .formatted(names(columns), table(), where.sql(), order(query));
    try (var session = session()) {
      run(session, sql, where, columns, sink);
    }
  }

  /** How many rows pass; the query's order, offset and limit do not count. */
  public long count(RowQuery query) {
    try (var session = session()) {
      return total(session, Where.of(query.filters(), query.words(), columns));
    }
  }

  /**
   * Hands over the rows of these numbers that there are, with one column, in the source's order.
   */
  public void pick(String wanted, Collection<Long> numbers, RowSink sink) {
    if (numbers.isEmpty()) {
      return;
    }
    var chosen = List.of(Where.column(columns, wanted));
    var places = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    var sql =
        "SELECT %s, file_row_number FROM %s WHERE file_row_number IN (%s) ORDER BY file_row_number"
            .formatted(names(chosen), table(), places);
    try (var session = session()) {
      run(session, sql, new Where("", List.of()), chosen, sink);
    }
  }

  /** What is known of one column over all rows. */
  public ColumnStatistics statistics(Column column) {
    try (var session = session()) {
      return StatisticsQuery.run(session, table(), column);
    } catch (SQLException e) {
      throw new SnapshotFailureException("statistics cannot be made", e);
    }
  }

  private DuckSession session() {
    return DuckSession.inMemory(files.scratch(), DuckLimits.DEFAULT);
  }

  private long total(DuckSession session, Where where) {
    try (var statement =
        session.connection().prepareStatement("SELECT count(*) FROM " + table() + where.sql())) {
      where.bind(statement);
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    } catch (SQLException e) {
      throw new SnapshotFailureException("rows cannot be counted", e);
    }
  }

  private static void run(
      DuckSession session, String sql, Where where, List<Column> columns, RowSink sink) {
    try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
      where.bind(statement);
      try (var result = statement.executeQuery()) {
        boolean more = true;
        while (more && result.next()) {
          more = sink.take(row(result, columns));
        }
      }
    } catch (SQLException e) {
      throw new SnapshotFailureException("rows cannot be read", e);
    }
  }

  private static Row row(ResultSet result, List<Column> columns) throws SQLException {
    var values = new ArrayList<@Nullable Object>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.add(Values.read(result, i + 1, columns.get(i).type()));
    }
    return new Row(result.getLong(columns.size() + 1), Collections.unmodifiableList(values));
  }

  private String order(RowQuery query) {
    var sortedBy = query.sortedBy();
    if (sortedBy == null) {
      return "";
    }
    var name = Sql.name(Where.column(columns, sortedBy).name());
    return name + (query.descending() ? " DESC NULLS LAST, " : " ASC NULLS LAST, ");
  }

  private String table() {
    return "read_parquet(" + Sql.text(file.toString()) + ", file_row_number = true)";
  }

  private static String names(List<Column> columns) {
    return columns.stream()
        .map(column -> Sql.name(column.name()))
        .collect(Collectors.joining(", "));
  }
}
