package org.rulewright.dataset.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.sql.SqlProblem.Code;
import tools.jackson.databind.JsonNode;

/**
 * Lets through only what a derivation needs: a SELECT over known tables that gives the same answer
 * whenever it is run again.
 *
 * <p>Every part of the syntax tree must be of a kind that is listed here; what a later DuckDB adds
 * is refused until it is.
 */
final class SqlGuard {
  private static final Set<String> KNOWN_PARTS =
      Set.of(
          "SELECT_NODE",
          "SET_OPERATION_NODE",
          "CTE_NODE",
          "RECURSIVE_CTE_NODE",
          "BASE_TABLE",
          "SUBQUERY",
          "JOIN",
          "TABLE_FUNCTION",
          "EMPTY",
          "EXPRESSION_LIST",
          "ORDER_MODIFIER",
          "LIMIT_MODIFIER",
          "LIMIT_PERCENT_MODIFIER",
          "DISTINCT_MODIFIER",
          "ORDER_DEFAULT",
          "ASCENDING",
          "DESCENDING");
  private static final Set<String> TABLE_FUNCTIONS = Set.of("range", "generate_series", "unnest");

  /** Functions that are written without brackets and so look like columns. */
  private static final Set<String> HIDDEN_FUNCTIONS =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "current_user",
          "current_role",
          "current_catalog",
          "current_schema",
          "session_user",
          "user");

  private final SqlTree tree;
  private final List<SqlTable> tables;
  private final Set<String> unsteady;
  private final Set<String> ctes = new HashSet<>();

  private SqlGuard(SqlTree tree, List<SqlTable> tables, Set<String> unsteady) {
    this.tree = tree;
    this.tables = tables;
    this.unsteady = unsteady;
  }

  /** Checks the SELECT and says what it uses. */
  static List<SqlUse> check(Connection duck, String sql, List<SqlTable> tables)
      throws SQLException, SqlRefusal {
    var tree = SqlTree.parse(duck, sql);
    var guard = new SqlGuard(tree, tables, unsteadyFunctions(duck));
    guard.collectCtes();
    for (var node : tree.nodes()) {
      guard.check(node);
    }
    return guard.uses();
  }

  /** Functions whose answer is not decided by their arguments alone. */
  private static Set<String> unsteadyFunctions(Connection duck) throws SQLException {
    var names = new HashSet<String>();
    try (var statement = duck.createStatement();
        var result =
            statement.executeQuery(
                "SELECT DISTINCT lower(function_name) FROM duckdb_functions() WHERE stability <> 'CONSISTENT' OR function_type = 'pragma'")) {
      while (result.next()) {
        names.add(result.getString(1));
      }
    }
    return names;
  }

  private void collectCtes() {
    for (var node : tree.nodes()) {
      for (var entry : node.path("cte_map").path("map").values()) {
        ctes.add(lower(entry.path("key")));
      }
    }
  }

  private void check(JsonNode node) throws SqlRefusal {
    if (node.path("sample").isObject()) {
      throw refusal(node, Code.FORBIDDEN_PART, "TABLESAMPLE");
    }
    var type = node.path("type").asString("");
    if (node.has("class")) {
      checkExpression(node, type);
    } else if (node.path("type").isString()) {
      checkPart(node, type);
    }
  }

  private void checkPart(JsonNode node, String type) throws SqlRefusal {
    if (!KNOWN_PARTS.contains(type) && !type.endsWith("_TYPE_INFO")) {
      throw refusal(node, Code.FORBIDDEN_PART, type);
    }
    if (type.equals("BASE_TABLE")) {
      checkTable(node);
    }
    if (type.equals("TABLE_FUNCTION")) {
      var name = lower(node.path("function").path("function_name"));
      if (!TABLE_FUNCTIONS.contains(name)) {
        throw refusal(node, Code.FORBIDDEN_FUNCTION, name);
      }
    }
  }

  private void checkTable(JsonNode node) throws SqlRefusal {
    var name = lower(node.path("table_name"));
    boolean plain =
        node.path("schema_name").asString("").isEmpty()
            && node.path("catalog_name").asString("").isEmpty()
            && node.path("qualified_name").path("path").size() <= 1;
    boolean known = ctes.contains(name) || names().contains(name);
    if (!plain || !known) {
      throw refusal(
          node,
          Code.UNKNOWN_TABLE,
          node.path("table_name").asString(""),
          String.join(", ", tables.stream().map(SqlTable::name).sorted().toList()));
    }
  }

  private void checkExpression(JsonNode node, String type) throws SqlRefusal {
    if (type.equals("VALUE_PARAMETER")) {
      throw refusal(node, Code.FORBIDDEN_PART, "$");
    }
    var function = lower(node.path("function_name"));
    if (!function.isEmpty() && unsteady.contains(function)) {
      throw refusal(node, Code.FORBIDDEN_FUNCTION, function);
    }
    var path = node.path("column_names");
    if (type.equals("COLUMN_REF") && path.size() == 1) {
      var name = lower(path.get(0));
      if (HIDDEN_FUNCTIONS.contains(name) && !isColumn(name)) {
        throw refusal(node, Code.FORBIDDEN_FUNCTION, name);
      }
    }
  }

  private boolean isColumn(String name) {
    return tables.stream()
        .flatMap(table -> table.columns().stream())
        .anyMatch(column -> column.name().toLowerCase(Locale.ROOT).equals(name));
  }

  private SqlRefusal refusal(JsonNode node, Code code, String... arguments) {
    return new SqlRefusal(tree.placeOf(node).problem(code, arguments));
  }

  private Collection<String> names() {
    return tables.stream().map(table -> table.name().toLowerCase(Locale.ROOT)).toList();
  }

  private List<SqlUse> uses() {
    var usedTables = new LinkedHashSet<String>();
    var usedNames = new HashSet<String>();
    boolean star = false;
    for (var node : tree.nodes()) {
      switch (node.path("type").asString("")) {
        case "BASE_TABLE" -> usedTables.add(lower(node.path("table_name")));
        case "STAR" -> star = true;
        case "COLUMN_REF" ->
            node.path("column_names").values().forEach(n -> usedNames.add(lower(n)));
        case "JOIN" -> {
          star |=
              node.path("join_type").isString()
                  && node.path("ref_type").asString("").equals("NATURAL");
          node.path("using_columns").values().forEach(n -> usedNames.add(lower(n)));
        }
        default -> {}
      }
    }
    boolean all = star;
    return tables.stream()
        .filter(table -> usedTables.contains(table.name().toLowerCase(Locale.ROOT)))
        .map(table -> new SqlUse(table.name(), columns(table, usedNames, all)))
        .toList();
  }

  private static List<String> columns(SqlTable table, Set<String> names, boolean all) {
    return table.columns().stream()
        .map(Column::name)
        .filter(name -> all || names.contains(name.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static String lower(JsonNode text) {
    return text.asString("").toLowerCase(Locale.ROOT);
  }
}
