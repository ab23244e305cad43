package org.rulewright.scorecard;

/**
 * A change that does away with a finding.
 *
 * @param code key of its words in the bundle of diagnostics
 * @param better the scorecard with the change
 */
public record Fix(String code, Scorecard better) {}
