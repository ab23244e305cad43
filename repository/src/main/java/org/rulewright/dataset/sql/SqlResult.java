package org.rulewright.dataset.sql;

import java.util.List;
import org.rulewright.dataset.snapshot.StoredColumn;

/** What became of a SELECT. */
public sealed interface SqlResult {

  /**
   * It ran to its end.
   *
   * @param uses what it took from which table
   */
  record Answered(List<StoredColumn> columns, long rows, List<SqlUse> uses) implements SqlResult {}

  record Refused(SqlProblem problem) implements SqlResult {}
}
