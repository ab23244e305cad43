package org.rulewright.dataset.snapshot;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rulewright.dataset.source.ColumnType;

/** The condition of a query: names from the snapshot's columns, values as parameters. */
record Where(String sql, List<Object> parameters) {

  static Where of(List<RowFilter> filters, String words, List<Column> columns) {
    var conditions = new ArrayList<String>();
    var parameters = new ArrayList<Object>();
    for (var filter : filters) {
      var column = column(columns, filter.column());
      conditions.add(condition(filter, column, parameters));
    }
    if (!words.isEmpty()) {
      conditions.add(anywhere(words, columns, parameters));
    }
    var sql = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return new Where(sql, parameters);
  }

  private static String condition(RowFilter filter, Column column, List<Object> parameters) {
    var name = Sql.name(column.name());
    return switch (filter.comparison()) {
      case MISSING, PRESENT -> name + " " + filter.comparison().sql();
      case CONTAINS -> {
        parameters.add(within(filter.value()));
        yield contains(column);
      }
      default -> {
        parameters.add(Values.parse(filter.value(), column.type()));
        yield name + " " + filter.comparison().sql() + " " + parameter(column.type());
      }
    };
  }

  private static String anywhere(String words, List<Column> columns, List<Object> parameters) {
    columns.forEach(column -> parameters.add(within(words)));
    return columns.stream().map(Where::contains).collect(Collectors.joining(" OR ", "(", ")"));
  }

  private static String contains(Column column) {
    return "CAST(" + Sql.name(column.name()) + " AS VARCHAR) ILIKE ? ESCAPE '!'";
  }

  private static String within(String text) {
    return "%" + escaped(text) + "%";
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
