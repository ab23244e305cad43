package org.rulewright.ruleset;

import org.rulewright.decision.FactType;

/**
 * What the conditions of a rule set can test.
 *
 * @param expression FEEL; usually the name of a fact or of another decision
 * @param label what people call it, empty where that is the expression itself
 */
public record RuleInput(String expression, FactType type, String label) {

  /** What a rule says by its own days is no input. */
  private static final String TODAY = "today()";

  public RuleInput {
    expression = expression.strip();
    label = label.strip();
    if (expression.isEmpty() || expression.equals(TODAY)) {
      throw new IllegalArgumentException("an input of a rule set needs an expression of its own");
    }
  }

  public static RuleInput of(String expression, FactType type) {
    return new RuleInput(expression, type, "");
  }

  /** What people read. */
  public String called() {
    return label.isEmpty() ? expression : label;
  }
}
