package org.rulewright.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.rulewright.dataset.DatasetId;
import org.rulewright.job.JobId;

/**
 * One run of a release over a snapshot.
 *
 * @param releaseDigest what was active when the run was asked for
 * @param outcomeColumn the column that tells what became of a case; null where none is marked
 * @param budget as given; null where none is allocated
 * @param finishedAt null while it runs or when it did not come to its end
 */
public record PortfolioRun(
    PortfolioRunId id,
    JobId job,
    String environment,
    StrategyKey strategy,
    String releaseDigest,
    DatasetId dataset,
    int snapshot,
    String snapshotDigest,
    String subjectColumn,
    @Nullable String outcomeColumn,
    @Nullable BudgetPolicy budget,
    String startedBy,
    String startedByName,
    Instant startedAt,
    @Nullable Instant finishedAt) {}
