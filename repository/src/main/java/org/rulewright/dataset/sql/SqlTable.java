package org.rulewright.dataset.sql;

import java.nio.file.Path;
import java.util.List;
import org.rulewright.dataset.snapshot.Column;

/**
 * A snapshot under the name it has in a SELECT.
 *
 * @param file its Parquet file
 */
public record SqlTable(String name, Path file, List<Column> columns) {

  public SqlTable {
    columns = List.copyOf(columns);
  }
}
