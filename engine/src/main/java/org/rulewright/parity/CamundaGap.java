package org.rulewright.parity;

/**
 * Where Camunda 7 is known not to do what DMN says; each has a test that shows it.
 *
 * <p>A gap explains a difference only where our answer is that of Apache KIE.
 */
public enum CamundaGap {
  /** An error of FEEL, such as the sum of a null, is null to Camunda; a decision of DMN fails. */
  ERROR_IS_NULL,
  /** {@code not(< 5)} of null: a comparison with null does not hold, its negation does. */
  NULL_IN_NEGATION,
  /** Camunda adds and compares what a table collects as doubles. */
  DOUBLES,
  /** FEEL that Camunda's grammar does not have, such as the cell {@code != 5}. */
  SYNTAX,
  /**
   * A condition or mapping of a flow to which Camunda's FEEL gives something else: with it in place
   * of Apache KIE's our plan comes to what Camunda came to.
   */
  FEEL,
  /**
   * An inclusive join is looked at only when a token comes to it; where the last other branch ends
   * elsewhere, the process waits for ever.
   */
  INCLUSIVE_JOIN
}
