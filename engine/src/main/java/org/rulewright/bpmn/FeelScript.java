package org.rulewright.bpmn;

import java.util.Map;
import javax.script.Bindings;
import javax.script.ScriptEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.jspecify.annotations.NullUnmarked;
import org.rulewright.decision.ReferenceExpression;
import org.rulewright.dmn.Feel;

/**
 * A text of FEEL, evaluated by Camunda's own engine on the variables and on nothing else.
 *
 * <p>Camunda's own binding offers scripts the execution and beans besides, and its FEEL reads the
 * getters of Java objects; here a text sees values only.
 */
@NullUnmarked
final class FeelScript extends ExecutableScript {

  private final String source;
  private final ReferenceExpression expression;

  FeelScript(String source) {
    super("feel");
    this.source = source;
    this.expression = Feel.camunda(source);
  }

  @Override
  protected Object evaluate(ScriptEngine engine, VariableScope scope, Bindings bindings) {
    return evaluate(scope.getVariables());
  }

  Object evaluate(Map<String, Object> variables) {
    var answer = expression.evaluate(variables, CamundaRun.current().asOf());
    if (answer.failed()) {
      throw new ProcessEngineException(
          "FEEL failed: "
              + source
              + ": "
              + answer.problems().getFirst().message(java.util.Locale.ENGLISH));
    }
    return PlainValues.of(answer.value());
  }
}
