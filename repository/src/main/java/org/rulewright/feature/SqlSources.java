package org.rulewright.feature;

import java.util.List;
import java.util.Objects;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.Snapshot;
import org.rulewright.dataset.snapshot.SnapshotFiles;
import org.rulewright.dataset.sql.SqlTable;
import org.rulewright.dataset.sql.SqlUse;
import org.springframework.stereotype.Component;

/** The data sets a SELECT may name, each in its newest snapshot at one moment. */
@Component
class SqlSources {
  private final Datasets datasets;
  private final SnapshotFiles files;

  SqlSources(Datasets datasets, SnapshotFiles files) {
    this.datasets = datasets;
    this.files = files;
  }

  /** Everything that is not archived and has rows. */
  List<Dataset> now() {
    return datasets.list(false).stream().filter(dataset -> dataset.current() != null).toList();
  }

  List<SqlTable> tables(List<Dataset> sources) {
    return sources.stream()
        .map(each -> new SqlTable(each.key(), files.path(current(each).digest()), each.columns()))
        .toList();
  }

  static List<Lineage.Source> lineage(List<Dataset> sources, List<SqlUse> uses) {
    return uses.stream()
        .map(use -> {
          var source = sources.stream().filter(each -> each.key().equals(use.table())).findFirst();
          var snapshot = current(source.orElseThrow());
          return new Lineage.Source(snapshot.dataset(), snapshot.number(), use.columns());
        })
        .toList();
  }

  static Snapshot current(Dataset dataset) {
    return Objects.requireNonNull(dataset.current());
  }
}
