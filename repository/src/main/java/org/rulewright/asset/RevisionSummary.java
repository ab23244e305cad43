package org.rulewright.asset;

/** A revision as a line of the history, without its content. */
public record RevisionSummary(
    StrategyKey strategy, long number, RevisionKind kind, String digest, Saving saving) {}
