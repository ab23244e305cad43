package org.rulewright.simulation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of a run with its subject and what the budget gave it.
 *
 * @param subject read from the snapshot
 * @param allotment null where no budget was allocated or nothing was granted to allocate
 * @param granted in CNY; null as the allotment
 * @param expectedProfit in CNY; null as the allotment
 */
public record ListedRow(
    String subject,
    PortfolioRow row,
    @Nullable Allotment allotment,
    @Nullable BigDecimal granted,
    @Nullable BigDecimal expectedProfit) {}
