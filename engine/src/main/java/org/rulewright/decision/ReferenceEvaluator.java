package org.rulewright.decision;

import java.util.Optional;
import org.rulewright.expression.Expression;

/**
 * The engine that knows all of FEEL, for the cells our compiler leaves alone.
 *
 * <p>One instance belongs to one decision of one model, so it knows the types and functions that
 * are visible there. Both methods are called once, at load; what they return is called for every
 * decision, from many threads. A text that cannot be parsed answers with its problem on each call:
 * loading never fails for a cell.
 */
public interface ReferenceEvaluator {

  /**
   * Prepares a unary test, such as {@code > 3, not(7)}.
   *
   * @param inputType the declared type of the column, which becomes the type of {@code ?}
   */
  ReferenceTest unaryTests(String text, FactType inputType);

  /** Prepares an expression, such as an output cell or a literal expression. */
  ReferenceExpression expression(String text);

  /**
   * Says an expression in the terms of our own compiler, for texts its parser does not read.
   *
   * @return empty where it has no terms for something in the text
   */
  default Optional<Expression> translated(String text) {
    return Optional.empty();
  }
}
