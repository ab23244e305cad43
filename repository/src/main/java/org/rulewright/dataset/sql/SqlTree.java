package org.rulewright.dataset.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.rulewright.dataset.sql.SqlProblem.Code;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The syntax tree of a SELECT, made by DuckDB's own parser, which serialises nothing else. */
record SqlTree(String sql, JsonNode root) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST = 100_000;

  static SqlTree parse(Connection duck, String sql) throws SQLException, SqlRefusal {
    if (sql.isBlank()) {
      throw new SqlRefusal(SqlPlace.UNKNOWN.problem(Code.EMPTY));
    }
    if (sql.length() > LONGEST) {
      throw new SqlRefusal(SqlPlace.UNKNOWN.problem(Code.TOO_LONG, Integer.toString(LONGEST)));
    }
    try (var statement = duck.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
      statement.setString(1, sql);
      try (var result = statement.executeQuery()) {
        result.next();
        return new SqlTree(sql, onlyStatement(sql, JSON.readTree(result.getString(1))));
      }
    }
  }

  private static JsonNode onlyStatement(String sql, JsonNode answer) throws SqlRefusal {
    if (answer.path("error").asBoolean()) {
      throw new SqlRefusal(refusal(sql, answer));
    }
    var statements = answer.path("statements");
    if (statements.size() != 1) {
      var place = statements.size() > 1 ? place(sql, statements.get(1)) : SqlPlace.UNKNOWN;
      throw new SqlRefusal(
          place.problem(statements.isEmpty() ? Code.EMPTY : Code.MORE_THAN_ONE_STATEMENT));
    }
    return statements.get(0);
  }

  private static SqlProblem refusal(String sql, JsonNode answer) {
    if (!answer.path("error_type").asString("").equals("parser")) {
      return new SqlPlace(1, 1).problem(Code.NOT_A_SELECT);
    }
    return DuckError.place(sql, answer, 0)
        .problem(Code.SYNTAX, answer.path("error_message").asString(""));
  }

  /** The first place named anywhere below the node. */
  private static SqlPlace place(String sql, JsonNode node) {
    var places = new ArrayList<Long>();
    walk(
        node,
        each -> {
          long at = each.path("query_location").asLong(-1);
          if (at >= 0 && at <= sql.length() * 4L) {
            places.add(at);
          }
        });
    return places.stream()
        .min(Long::compare)
        .map(at -> SqlPlace.ofByte(sql, at))
        .orElse(SqlPlace.UNKNOWN);
  }

  SqlPlace placeOf(JsonNode node) {
    var location = node.path("query_location");
    return location.isIntegralNumber() && location.canConvertToInt()
        ? SqlPlace.ofByte(sql, location.asLong())
        : SqlPlace.UNKNOWN;
  }

  /** Every object of the tree, parents first. */
  List<JsonNode> nodes() {
    var nodes = new ArrayList<JsonNode>();
    walk(root, nodes::add);
    return nodes;
  }

  private static void walk(JsonNode node, Consumer<JsonNode> visitor) {
    if (node.isObject()) {
      visitor.accept(node);
    }
    node.values().forEach(child -> walk(child, visitor));
  }
}
