package org.rulewright.bpmn;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/** Refuses every expression of JUEL; what is left is constants. */
final class NoJuel extends JuelExpressionManager {

  @Override
  public Expression createExpression(String expression) {
    refuse(expression);
    return super.createExpression(expression);
  }

  @Override
  public ValueExpression createValueExpression(String expression) {
    refuse(expression);
    return super.createValueExpression(expression);
  }

  private static void refuse(String expression) {
    if (expression.contains("${") || expression.contains("#{")) {
      throw new ProcessEngineException("JUEL expressions are refused: " + expression);
    }
  }
}
