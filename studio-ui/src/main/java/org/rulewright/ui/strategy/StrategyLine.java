package org.rulewright.ui.strategy;

import java.util.List;
import org.rulewright.asset.RevisionSummary;
import org.rulewright.asset.Strategy;

/**
 * A strategy as a line of the list.
 *
 * @param head the latest revision of its draft
 * @param versions how many versions it has
 * @param runsIn labels of the environments it runs in
 */
record StrategyLine(Strategy strategy, RevisionSummary head, int versions, List<String> runsIn) {}
