package org.rulewright.simulation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.rulewright.dataset.DatasetId;

/**
 * The wish to run what is released over the newest snapshot of a data set.
 *
 * @param subjectColumn the column that names whom a row is about
 * @param withheld columns that are not handed over, as if the data set did not have them: a rating
 *     to be reproduced, for example
 * @param budget allocates a budget after the last row; null allocates none
 */
public record PortfolioRequest(
    String environment,
    StrategyKey strategy,
    DatasetId dataset,
    String subjectColumn,
    Set<String> withheld,
    @Nullable BudgetPolicy budget) {}
