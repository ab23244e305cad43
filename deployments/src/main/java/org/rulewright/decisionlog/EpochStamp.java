package org.rulewright.decisionlog;

/**
 * The rollout epoch under which a decision was evaluated; when the epoch has moved on by the time
 * of the commit, the decision is stale and is given back.
 */
public record EpochStamp(String environment, String strategy, long epoch) {}
