package org.rulewright.dataset.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Takes rows one after the other and makes a snapshot of them. */
public final class SnapshotWriter implements AutoCloseable {
  private final SnapshotFiles files;
  private final DuckSession session;
  private final List<StoredColumn> columns;
  private final DuckDBAppender appender;
  private long rows;

  private SnapshotWriter(SnapshotFiles files, DuckSession session, List<StoredColumn> columns)
      throws SQLException {
    this.files = files;
    this.session = session;
    this.columns = columns;
    session.execute(
        columns.stream()
            .map(column -> Sql.name(column.name()) + " " + column.sqlType())
            .collect(Collectors.joining(", ", "CREATE TABLE kept (", ")")));
    this.appender =
        session
            .connection()
            .unwrap(DuckDBConnection.class)
            .createAppender(DuckDBConnection.DEFAULT_SCHEMA, "kept");
  }

  public static SnapshotWriter open(
      SnapshotFiles files, List<StoredColumn> columns, DuckLimits limits) {
    var session = DuckSession.onDisk(files.scratch(), limits);
    try {
      return new SnapshotWriter(files, session, List.copyOf(columns));
    } catch (SQLException e) {
      session.close();
      throw new SnapshotFailureException("the columns cannot be kept", e);
    }
  }

  /** Adds one row with a value of the right type, or null, for each column. */
  public void add(@Nullable Object[] values) {
    try {
      appender.beginRow();
      for (int i = 0; i < columns.size(); i++) {
        append(columns.get(i), values[i]);
      }
      appender.endRow();
      rows++;
    } catch (SQLException e) {
      throw new SnapshotFailureException("row " + (rows + 1) + " cannot be kept", e);
    }
  }

  private void append(StoredColumn column, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> appender.appendNull();
      case String text -> appender.append(text);
      case BigDecimal number when column.isDouble() -> appender.append(number.doubleValue());
      case BigDecimal number -> appender.append(number.setScale(column.scale()));
      case BigInteger number -> appender.append(new BigDecimal(number).setScale(column.scale()));
      case Double number -> appender.append(number.doubleValue());
      case Boolean bool -> appender.append(bool.booleanValue());
      case LocalDate date -> appender.append(date);
      case LocalDateTime moment -> appender.append(moment);
      default -> throw new IllegalArgumentException("no column holds " + value.getClass());
    }
  }

  public long rows() {
    return rows;
  }

  /** Some values that stand in the column more than once, or null where it is empty. */
  public List<String> duplicates(String column, int most) {
    var name = Sql.name(column);
    var found = new ArrayList<String>();
    try (var statement = session.connection().createStatement()) {
      appender.flush();
      try (var result =
          statement.executeQuery(
              "SELECT CAST(%s AS VARCHAR), count(*) FROM kept GROUP BY %s HAVING count(*) > 1 OR %s IS NULL ORDER BY 1 LIMIT %d"
                  .formatted(name, name, name, most))) {
        while (result.next()) {
          found.add(Objects.requireNonNullElse(result.getString(1), ""));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new SnapshotFailureException("subjects cannot be counted", e);
    }
  }

  /** Makes the snapshot; what was made of the same things before stays as it is. */
  public void finish(String digest) {
    var finished = files.scratch().resolve(UUID.randomUUID() + ".parquet");
    try {
      appender.close();
      session.execute(
          "COPY kept TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(Sql.text(finished.toString())));
      files.keep(finished, digest);
    } catch (SQLException e) {
      throw new SnapshotFailureException("the snapshot cannot be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (!appender.isClosed()) {
        appender.close();
      }
    } catch (SQLException e) {
      throw new SnapshotFailureException("the rows cannot be given up", e);
    } finally {
      session.close();
    }
  }
}
