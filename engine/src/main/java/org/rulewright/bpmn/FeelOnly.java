package org.rulewright.bpmn;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;

/** Makes scripts of FEEL that stands in the file, and refuses every other. */
final class FeelOnly extends ScriptFactory {

  @Override
  public ExecutableScript createScriptFromSource(String language, String source) {
    if (!Languages.isFeel(language)) {
      throw refused(language);
    }
    return new FeelScript(source);
  }

  @Override
  public ExecutableScript createScriptFromSource(String language, Expression source) {
    throw refused(language + " computed by an expression");
  }

  @Override
  public ExecutableScript createScriptFromResource(String language, String resource) {
    throw refused(language + " in a resource");
  }

  @Override
  public ExecutableScript createScriptFromResource(String language, Expression resource) {
    throw refused(language + " in a resource");
  }

  private static ProcessEngineException refused(String what) {
    return new ProcessEngineException("scripts are refused: " + what);
  }
}
