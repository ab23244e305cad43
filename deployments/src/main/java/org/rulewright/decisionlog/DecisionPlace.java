package org.rulewright.decisionlog;

/** Where a decision was made: environment, strategy, release (by digest) and arm of the rollout. */
public record DecisionPlace(
    String environment, String strategy, String releaseDigest, String arm) {}
