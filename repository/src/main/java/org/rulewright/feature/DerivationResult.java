package org.rulewright.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.DatasetId;
import org.rulewright.dataset.sql.SqlProblem;

/**
 * What a derivation that ran to its end brought; the result of its job.
 *
 * @param snapshot number of the new snapshot, null when it was refused
 * @param problem why the SELECT was refused or failed, with its place
 * @param duplicates some subjects that stand in more than one row, or an empty one
 */
public record DerivationResult(
    DatasetId dataset,
    @Nullable Integer snapshot,
    long rows,
    @Nullable SqlProblem problem,
    List<String> duplicates) {

  static DerivationResult refused(DatasetId dataset, SqlProblem problem) {
    return new DerivationResult(dataset, null, 0, problem, List.of());
  }
}
