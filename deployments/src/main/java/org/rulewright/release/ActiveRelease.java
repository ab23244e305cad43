package org.rulewright.release;

import org.rulewright.asset.StrategyKey;

/**
 * Which release is active, without its content: cheap to ask for again and again.
 *
 * @param epoch counts the changes; a decision made under another epoch is stale
 */
public record ActiveRelease(
    String environment, StrategyKey strategy, ReleaseId release, long epoch) {}
