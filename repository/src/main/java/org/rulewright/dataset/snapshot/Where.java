package org.rulewright.dataset.snapshot;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.rulewright.dataset.source.ColumnType;

/** The condition of a query: names from the snapshot's columns, values as parameters. */
record Where(String sql, List<Object> parameters) {

  static Where of(List<RowFilter> filters, List<Column> columns) {
    var conditions = new ArrayList<String>();
    var parameters = new ArrayList<Object>();
    for (var filter : filters) {
      var column = column(columns, filter.column());
      conditions.add(condition(filter, column, parameters));
    }
    var sql = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return new Where(sql, parameters);
  }

  private static String condition(RowFilter filter, Column column, List<Object> parameters) {
    var name = Sql.name(column.name());
    return switch (filter.comparison()) {
      case MISSING, PRESENT -> name + " " + filter.comparison().sql();
      case CONTAINS -> {
        parameters.add("%" + escaped(filter.value()) + "%");
        yield "CAST(" + name + " AS VARCHAR) ILIKE ? ESCAPE '!'";
      }
      default -> {
        parameters.add(Values.parse(filter.value(), column.type()));
        yield name + " " + filter.comparison().sql() + " " + parameter(column.type());
      }
    };
  }

  private static String parameter(ColumnType type) {
    return switch (type) {
      case DATE -> "CAST(? AS DATE)";
      case DATE_TIME -> "CAST(? AS TIMESTAMP)";
      default -> "?";
    };
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  static Column column(List<Column> columns, String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such column: " + name));
  }

  void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
  }
}
