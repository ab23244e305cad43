package org.rulewright.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rulewright.dataset.DatasetRows;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.Snapshot;
import org.rulewright.dataset.snapshot.Comparison;
import org.rulewright.dataset.snapshot.RowQuery;
import org.springframework.stereotype.Component;

/** Reads from the snapshot of a run whom its rows are about. */
@Component
class SubjectNames {
  private final Datasets datasets;
  private final DatasetRows rows;

  SubjectNames(Datasets datasets, DatasetRows rows) {
    this.datasets = datasets;
    this.rows = rows;
  }

  /** Returns the subjects of rows by their numbers. */
  Map<Long, String> of(PortfolioRun run, List<Long> numbers) {
    var names = new HashMap<Long, String>();
    rows.pick(
        snapshot(run),
        run.subjectColumn(),
        numbers,
        row -> {
          names.put(row.number(), String.valueOf(row.values().getFirst()));
          return true;
        });
    return names;
  }

  /** Returns the numbers of the rows whose subject contains the words. */
  List<Long> numbers(PortfolioRun run, String words) {
    var found = new ArrayList<Long>();
    var query = RowQuery.page(0, 0).where(run.subjectColumn(), Comparison.CONTAINS, words);
    rows.scan(
        snapshot(run),
        query,
        row -> {
          found.add(row.number());
          return true;
        });
    return found;
  }

  private Snapshot snapshot(PortfolioRun run) {
    return datasets.snapshot(run.dataset(), run.snapshot()).orElseThrow();
  }
}
