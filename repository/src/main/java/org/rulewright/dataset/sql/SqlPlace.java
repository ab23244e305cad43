package org.rulewright.dataset.sql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A place in a text as people count it. */
record SqlPlace(int line, int column) {
  static final SqlPlace UNKNOWN = new SqlPlace(0, 0);

  /** The place of a byte of the text's UTF-8 form, as DuckDB counts. */
  static SqlPlace ofByte(String sql, long offset) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    if (offset < 0 || offset > bytes.length) {
      return UNKNOWN;
    }
    var before = new String(Arrays.copyOf(bytes, (int) offset), StandardCharsets.UTF_8);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int start = before.lastIndexOf('\n') + 1;
    return new SqlPlace(line, before.codePointCount(start, before.length()) + 1);
  }

  SqlProblem problem(SqlProblem.Code code, String... arguments) {
    return new SqlProblem(code, line, column, Arrays.asList(arguments));
  }
}
