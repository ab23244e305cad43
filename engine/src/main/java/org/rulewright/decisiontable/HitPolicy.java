package org.rulewright.decisiontable;

/** What a table does with the rules that match. */
public enum HitPolicy {
  /** At most one rule may match; more is an error. */
  UNIQUE,
  /** Several may match if their outputs are equal. */
  ANY,
  /** The match whose output stands first among the allowed values. */
  PRIORITY,
  /** The first match in the order of the rules. */
  FIRST,
  /** All matches, in the order of the allowed values. */
  OUTPUT_ORDER,
  /** All matches, in the order of the rules. */
  RULE_ORDER,
  /** All matches as a list, or their aggregate. */
  COLLECT
}
