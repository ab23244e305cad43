package org.rulewright.simulation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisionlog.DecisionId;

/**
 * What a run decided for one row.
 *
 * @param number the row's place in the snapshot, from 0
 * @param decision the recorded decision; null where the row could not be decided
 * @param problem why it could not; null where it was
 * @param bad what became of the case; null where it is not known
 */
public record PortfolioRow(
    long number,
    @Nullable DecisionId decision,
    @Nullable String verdict,
    @Nullable String grade,
    @Nullable BigDecimal score,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal rate,
    List<String> reasonCodes,
    @Nullable String problem,
    @Nullable Boolean bad) {}
