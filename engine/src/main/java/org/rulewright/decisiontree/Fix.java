package org.rulewright.decisiontree;

/**
 * A change that does away with a finding.
 *
 * @param code key of its words in the bundle of diagnostics
 * @param better the tree with the change
 */
public record Fix(String code, TreeDefinition better) {}
