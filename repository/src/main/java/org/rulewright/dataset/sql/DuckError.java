package org.rulewright.dataset.sql;

import java.sql.SQLException;
import org.rulewright.dataset.sql.SqlProblem.Code;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** DuckDB's errors, which a locked session gives as JSON, as problems of the author's text. */
final class DuckError {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** While rows are streamed it may stand within another error's text. */
  private static final String MEMORY = "Out of Memory";

  private DuckError() {}

  /**
   * The problem behind an error.
   *
   * @param before how many bytes of ours stood before the author's text
   */
  static SqlProblem problem(String sql, int before, SQLException error) {
    var message = String.valueOf(error.getMessage());
    int start = message.indexOf('{');
    if (start < 0) {
      return SqlPlace.UNKNOWN.problem(code(message), message);
    }
    try {
      var answer = JSON.readTree(message.substring(start));
      var type = answer.path("exception_type").asString("");
      var text = answer.path("exception_message").asString(message);
      return place(sql, answer, before)
          .problem(code(message.contains(MEMORY) ? MEMORY : type), text);
    } catch (JacksonException notJson) {
      return SqlPlace.UNKNOWN.problem(code(message), message);
    }
  }

  private static Code code(String type) {
    if (type.contains(MEMORY)) {
      return Code.MEMORY_LIMIT;
    }
    return switch (type) {
      case "Parser", "Syntax" -> Code.SYNTAX;
      case "Binder",
          "Catalog",
          "Conversion",
          "Out of Range",
          "Invalid Input",
          "Invalid Type",
          "Mismatch Type",
          "Not implemented",
          "Not Implemented" ->
          Code.INVALID;
      default -> Code.FAILED;
    };
  }

  static SqlPlace place(String sql, JsonNode answer, int before) {
    var position = answer.path("position").asString("");
    return position.matches("\\d{1,9}")
        ? SqlPlace.ofByte(sql, Long.parseLong(position) - before)
        : SqlPlace.UNKNOWN;
  }
}
