package org.rulewright.ruleset;

/** What a rule set says when several of its rules hold. */
public enum RuleSetMode {
  /** Every rule that holds, in the order of the rules, as a list. */
  ALL_HITS,
  /** The first rule that holds. */
  FIRST_HIT,
  /** The rule of the worst severity that holds, the first of those that are equally bad. */
  WORST_SEVERITY
}
