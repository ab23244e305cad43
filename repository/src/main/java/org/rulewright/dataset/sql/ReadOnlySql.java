package org.rulewright.dataset.sql;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.snapshot.DuckSession;
import org.rulewright.dataset.snapshot.SnapshotFailureException;
import org.rulewright.dataset.snapshot.Sql;
import org.rulewright.dataset.snapshot.StoredColumn;
import org.rulewright.dataset.snapshot.Values;
import org.rulewright.dataset.sql.SqlProblem.Code;

/**
 * Runs one SELECT of a person over snapshots.
 *
 * <p>The SELECT is checked against tables that are empty; only then are the columns it names loaded
 * into a DuckDB of its own, that DuckDB is locked, and the SELECT runs in it.
 *
 * @see "docs/decisions/0003-snapshots-as-parquet-by-duckdb.md"
 */
public final class ReadOnlySql {
  /** No table of an author can have this name. */
  private static final String ANSWER = "\"rw answer\"";

  private static final String INTO_ANSWER = "CREATE TABLE " + ANSWER + " AS\n";

  private final Path scratch;
  private final SqlLimits limits;

  public ReadOnlySql(Path scratch, SqlLimits limits) {
    this.scratch = scratch;
    this.limits = limits;
  }

  /** Checks without reading any row; quick enough to be called while somebody types. */
  public SqlResult check(String sql, List<SqlTable> tables) {
    try (var session = DuckSession.inMemory(scratch, limits.duck())) {
      return answered(session, sql, tables);
    } catch (SqlRefusal refused) {
      return new SqlResult.Refused(refused.problem());
    } catch (SQLException e) {
      return new SqlResult.Refused(DuckError.problem(sql, 0, e));
    }
  }

  /** Runs it and hands over its rows. */
  public SqlResult run(String sql, List<SqlTable> tables, SqlRows rows, Cancellation cancellation) {
    return switch (check(sql, tables)) {
      case SqlResult.Refused refused -> refused;
      case SqlResult.Answered plan -> run(sql, tables, plan, rows, cancellation);
    };
  }

  private SqlResult run(
      String sql,
      List<SqlTable> tables,
      SqlResult.Answered plan,
      SqlRows rows,
      Cancellation cancellation) {
    try (var session = DuckSession.inMemory(scratch, limits.duck());
        var statement = session.connection().createStatement();
        var watch = Watch.start(statement, limits.time(), cancellation)) {
      try {
        load(statement, tables, plan.uses());
        session.lock();
        return new SqlResult.Answered(
            plan.columns(), answer(statement, sql, plan.columns(), rows), plan.uses());
      } catch (SqlRefusal refused) {
        return new SqlResult.Refused(refused.problem());
      } catch (SQLException e) {
        return new SqlResult.Refused(problem(sql, e, watch, cancellation));
      }
    } catch (SQLException e) {
      throw new SnapshotFailureException("DuckDB cannot be opened", e);
    }
  }

  private static SqlProblem problem(
      String sql, SQLException error, Watch watch, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return SqlPlace.UNKNOWN.problem(Code.CANCELLED);
    }
    return watch.isLate()
        ? SqlPlace.UNKNOWN.problem(Code.TIME_LIMIT, watch.limit())
        : DuckError.problem(sql, INTO_ANSWER.length(), error);
  }

  private SqlResult answered(DuckSession session, String sql, List<SqlTable> tables)
      throws SQLException, SqlRefusal {
    var uses = SqlGuard.check(session.connection(), sql, tables);
    try (var statement = session.connection().createStatement()) {
      for (var use : uses) {
        statement.execute(create(table(tables, use), "*") + " LIMIT 0");
      }
      session.lock();
    }
    try (var prepared = session.connection().prepareStatement(sql)) {
      return new SqlResult.Answered(columns(prepared.getMetaData()), 0, uses);
    }
  }

  private static void load(Statement statement, List<SqlTable> tables, List<SqlUse> uses)
      throws SQLException {
    for (var use : uses) {
      var table = table(tables, use);
      statement.execute(create(table, names(use, table)));
    }
  }

  private static SqlTable table(List<SqlTable> tables, SqlUse use) {
    return tables.stream()
        .filter(each -> each.name().equals(use.table()))
        .findFirst()
        .orElseThrow();
  }

  private static String create(SqlTable table, String columns) {
    return "CREATE TABLE %s AS SELECT %s FROM read_parquet(%s)"
        .formatted(Sql.name(table.name()), columns, Sql.text(table.file().toString()));
  }

  /** A table nothing is taken from but its number of rows still needs a column. */
  private static String names(SqlUse use, SqlTable table) {
    var columns =
        use.columns().isEmpty()
            ? table.columns().stream().limit(1).map(Column::name).toList()
            : use.columns();
    return columns.stream().map(Sql::name).collect(Collectors.joining(", "));
  }

  private static List<StoredColumn> columns(ResultSetMetaData data)
      throws SQLException, SqlRefusal {
    var columns = new ArrayList<StoredColumn>();
    var taken = new HashSet<String>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      var name = data.getColumnLabel(i);
      var type = data.getColumnTypeName(i);
      if (!taken.add(name.toLowerCase(Locale.ROOT))) {
        throw new SqlRefusal(SqlPlace.UNKNOWN.problem(Code.COLUMN_TWICE, name));
      }
      columns.add(
          StoredColumn.ofSql(name, type)
              .orElseThrow(() ->
                  new SqlRefusal(SqlPlace.UNKNOWN.problem(Code.UNUSABLE_COLUMN_TYPE, name, type))));
    }
    return columns;
  }

  /** The answer is whole before its first row goes out: an error after that would lose its text. */
  private static long answer(
      Statement statement, String sql, List<StoredColumn> columns, SqlRows rows)
      throws SQLException, SqlRefusal {
    statement.execute(INTO_ANSWER + sql);
    return hand(statement, columns, rows);
  }

  private static long hand(Statement statement, List<StoredColumn> columns, SqlRows rows)
      throws SQLException, SqlRefusal {
    rows.columns(columns);
    var values = new @Nullable Object[columns.size()];
    long count = 0;
    try (var result = statement.executeQuery("FROM " + ANSWER)) {
      boolean more = true;
      while (more && result.next()) {
        for (int i = 0; i < values.length; i++) {
          values[i] = finite(result, i, columns.get(i), values[0]);
        }
        more = rows.row(values);
        count++;
      }
    }
    return count;
  }

  private static @Nullable Object finite(
      ResultSet result, int index, StoredColumn column, @Nullable Object first)
      throws SQLException, SqlRefusal {
    var value = Values.read(result, index + 1, column.type());
    if (value instanceof Double) {
      throw new SqlRefusal(
          SqlPlace.UNKNOWN.problem(Code.NOT_FINITE, column.name(), String.valueOf(first)));
    }
    return value;
  }
}
