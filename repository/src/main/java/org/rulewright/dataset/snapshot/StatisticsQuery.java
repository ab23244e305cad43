package org.rulewright.dataset.snapshot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.snapshot.ColumnStatistics.Frequency;
import org.rulewright.dataset.source.ColumnType;

/** The two queries behind the statistics of a column. */
final class StatisticsQuery {
  private static final double[] POINTS = {0.05, 0.25, 0.5, 0.75, 0.95};
  private static final int FREQUENT = 20;

  private StatisticsQuery() {}

  static ColumnStatistics run(DuckSession session, String table, Column column)
      throws SQLException {
    boolean number = column.type() == ColumnType.NUMBER;
    boolean listed = column.type() == ColumnType.TEXT || column.type() == ColumnType.BOOLEAN;
    var frequent = listed ? frequent(session, table, column) : List.<Frequency>of();
    try (var statement = session.connection().createStatement();
        var result = statement.executeQuery(aggregates(table, column, number))) {
      result.next();
      return new ColumnStatistics(
          column,
          result.getLong(1),
          result.getLong(2),
          result.getLong(3),
          result.getString(4),
          result.getString(5),
          number ? number(result, 6) : null,
          number ? number(result, 7) : null,
          number ? quantiles(result) : List.of(),
          frequent);
    }
  }

  private static String aggregates(String table, Column column, boolean number) {
    var name = Sql.name(column.name());
    var sql = new StringBuilder("SELECT count(*), count(*) - count(%1$s), ");
    sql.append("approx_count_distinct(%1$s), CAST(min(%1$s) AS VARCHAR), ");
    sql.append("CAST(max(%1$s) AS VARCHAR)");
    if (number) {
      sql.append(", avg(%1$s), stddev_samp(CAST(%1$s AS DOUBLE))");
      for (double point : POINTS) {
        sql.append(", CAST(approx_quantile(%1$s, ").append(point).append(") AS DOUBLE)");
      }
    }
    return sql.append(" FROM %2$s").toString().formatted(name, table);
  }

  private static List<Double> quantiles(ResultSet result) throws SQLException {
    var quantiles = new ArrayList<Double>();
    for (int i = 0; i < POINTS.length; i++) {
      var quantile = number(result, 8 + i);
      if (quantile != null) {
        quantiles.add(quantile);
      }
    }
    return List.copyOf(quantiles);
  }

  private static @Nullable Double number(ResultSet result, int index) throws SQLException {
    double number = result.getDouble(index);
    return result.wasNull() ? null : number;
  }

  private static List<Frequency> frequent(DuckSession session, String table, Column column)
      throws SQLException {
    var name = Sql.name(column.name());
    var sql =
        "SELECT CAST(%1$s AS VARCHAR) v, count(*) n FROM %2$s WHERE %1$s IS NOT NULL GROUP BY 1 ORDER BY n DESC, v LIMIT %3$d"
            .formatted(name, table, FREQUENT);
    var frequent = new ArrayList<Frequency>();
    try (var statement = session.connection().createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        frequent.add(new Frequency(result.getString(1), result.getLong(2)));
      }
    }
    return List.copyOf(frequent);
  }
}
