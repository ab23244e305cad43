package org.rulewright.dataset.sql;

import java.util.List;

/**
 * What a SELECT takes from one table.
 *
 * @param columns the columns it names; all of them where it says {@code *}
 */
public record SqlUse(String table, List<String> columns) {

  public SqlUse {
    columns = List.copyOf(columns);
  }
}
