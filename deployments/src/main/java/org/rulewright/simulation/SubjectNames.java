package org.rulewright.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rulewright.dataset.DatasetRows;
import org.rulewright.dataset.Datasets;
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

  /** Returns the subjects of rows by their numbers, which ascend. */
  Map<Long, String> of(PortfolioRun run, List<Long> numbers) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    var snapshot = datasets.snapshot(run.dataset(), run.snapshot()).orElseThrow();
    var names = new HashMap<Long, String>();
    for (long start = numbers.getFirst(); start <= numbers.getLast(); start += RowQuery.MOST) {
      int count = (int) Math.min(RowQuery.MOST, numbers.getLast() - start + 1);
      var page = rows.page(snapshot, RowQuery.page(start, count));
      for (var row : page.rows()) {
        var subject = row.by(page.columns()).get(run.subjectColumn());
        names.put(row.number(), String.valueOf(subject));
      }
    }
    return names;
  }
}
