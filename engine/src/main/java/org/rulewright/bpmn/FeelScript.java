package org.rulewright.bpmn;

import java.util.HashMap;
import java.util.Map;
import javax.script.Bindings;
import javax.script.ScriptEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.NullUnmarked;

/**
 * A text of FEEL, evaluated by Camunda's own engine on the variables and on nothing else.
 *
 * <p>Camunda's own binding offers scripts the execution and beans besides, and its FEEL reads the
 * getters of Java objects; here a text sees values only.
 */
@NullUnmarked
final class FeelScript extends ExecutableScript {

  private static final FeelEngineApi FEEL =
      FeelEngineBuilder.forJava()
          .withClock(() -> CamundaRun.current().asOf().toZonedDateTime())
          .withEnabledExternalFunctions(false)
          .build();

  private final String source;
  private final ParseResult parsed;

  FeelScript(String source) {
    super("feel");
    this.source = source;
    this.parsed = FEEL.parseExpression(source);
  }

  @Override
  protected Object evaluate(ScriptEngine engine, VariableScope scope, Bindings bindings) {
    return evaluate(scope.getVariables());
  }

  Object evaluate(Map<String, Object> variables) {
    if (parsed.isFailure()) {
      throw new ProcessEngineException("not FEEL: " + source);
    }
    try {
      var result = FEEL.evaluate(parsed.parsedExpression(), new HashMap<>(variables));
      if (result.isSuccess()) {
        return result.result();
      }
      throw new ProcessEngineException(result.failure().message());
    } catch (ProcessEngineException e) {
      throw e;
    } catch (RuntimeException e) {
      // that engine lets some errors of FEEL out as exceptions of Scala
      throw new ProcessEngineException("FEEL failed: " + source, e);
    }
  }
}
