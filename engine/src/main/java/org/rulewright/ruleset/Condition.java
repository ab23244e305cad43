package org.rulewright.ruleset;

/**
 * One thing that has to hold for a rule.
 *
 * @param input expression of one of the set's inputs
 * @param test unary tests of FEEL, such as {@code < 500000}; {@code -} holds for everything
 */
public record Condition(String input, String test) {

  public static final String ANYTHING = "-";

  public Condition {
    input = input.strip();
    test = test.isBlank() ? ANYTHING : test.strip();
  }

  /** Whether it holds for everything. */
  public boolean isAnything() {
    return test.equals(ANYTHING);
  }
}
