package org.rulewright.decisiontree;

import org.rulewright.value.ValueKind;

/**
 * What a split can test.
 *
 * @param expression FEEL; usually the name of a fact or of another decision
 * @param label what people call it, empty where that is the expression itself
 */
public record TreeInput(String expression, ValueKind kind, String label) {

  public TreeInput {
    if (expression.isBlank()) {
      throw new IllegalArgumentException("an input of a tree needs an expression");
    }
  }

  public static TreeInput of(String expression, ValueKind kind) {
    return new TreeInput(expression, kind, "");
  }
}
