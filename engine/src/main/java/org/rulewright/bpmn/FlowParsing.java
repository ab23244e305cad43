package org.rulewright.bpmn;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.OutputParameter;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.scripting.ScriptValueProvider;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.NullUnmarked;
import org.rulewright.ruleflow.FlowDefinition;
import org.rulewright.ruleflow.FlowStep;

/**
 * Gives tasks, calls and ends on Camunda the meaning they have in a rule flow, and then looks at
 * everything that was parsed: whatever is not known to be harmless fails the deployment.
 */
@NullUnmarked
final class FlowParsing extends AbstractBpmnParseListener {

  private static final ScopedValue<Map<String, FlowDefinition>> FLOWS = ScopedValue.newInstance();

  /** Runs a deployment of these flows, by the ids of their processes. */
  static <T> T of(
      Map<String, FlowDefinition> flows, ScopedValue.CallableOp<T, RuntimeException> deployment) {
    return ScopedValue.where(FLOWS, flows).call(deployment);
  }

  @Override
  public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    bind(scope, activity);
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    bind(scope, activity);
  }

  @Override
  public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (step(scope, activity) instanceof FlowStep.Task task
        && task.call() != null
        && flow(task.call().callee().key()) instanceof FlowDefinition called) {
      var original = (CallableElementActivityBehavior) activity.getActivityBehavior();
      activity.setActivityBehavior(
          new FlowCallBehavior(task, called, original.getCallableElement()));
      map(activity, task);
    }
  }

  @Override
  public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (step(scope, activity) instanceof FlowStep.End end) {
      activity.setActivityBehavior(new EndBehavior(end));
    }
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    ParsedModel.check(process);
  }

  private void bind(ScopeImpl scope, ActivityImpl activity) {
    if (step(scope, activity) instanceof FlowStep.Task task && task.call() != null) {
      activity.setActivityBehavior(new DecisionBehavior(task));
      map(activity, task);
    }
  }

  /** Our mappings, and Camunda's, become Camunda's; a mapping needs a scope of its own. */
  private static void map(ActivityImpl activity, FlowStep.Task task) {
    var call = task.call();
    if (call.inputs().isEmpty() && call.outputs().isEmpty()) {
      return;
    }
    var mapping = new IoMapping();
    call.inputs()
        .forEach(it ->
            mapping.addInputParameter(new InputParameter(it.target(), provider(it.source()))));
    call.outputs()
        .forEach(it ->
            mapping.addOutputParameter(new OutputParameter(it.target(), provider(it.source()))));
    activity.setIoMapping(mapping);
    activity.setScope(true);
  }

  private static ScriptValueProvider provider(String feel) {
    return new ScriptValueProvider(new FeelScript(feel));
  }

  private static FlowDefinition flow(String key) {
    if (!FLOWS.isBound()) {
      throw new ProcessEngineException("this engine takes rule flows only");
    }
    return FLOWS.get().get(key);
  }

  private static FlowStep step(ScopeImpl scope, ActivityImpl activity) {
    var process = (ProcessDefinitionEntity) scope.getProcessDefinition();
    var flow = flow(process.getKey());
    List<FlowStep> steps = flow == null ? List.of() : flow.steps();
    return steps.stream().filter(it -> it.id().equals(activity.getId())).findFirst().orElse(null);
  }
}
