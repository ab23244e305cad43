package org.rulewright.feature;

import java.util.List;
import org.rulewright.dataset.DatasetId;

/**
 * What a derived snapshot was made of.
 *
 * @param sqlHash SHA-256 of the SELECT
 */
public record Lineage(String sql, String sqlHash, String subject, List<Source> sources) {

  /** A snapshot that was read, and the columns the SELECT names of it. */
  public record Source(DatasetId dataset, int snapshot, List<String> columns) {

    public Source {
      columns = List.copyOf(columns);
    }
  }

  public Lineage {
    sources = List.copyOf(sources);
  }
}
