package org.rulewright.bpmn;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement.CallableElementBinding;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ConstantValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;
import org.jspecify.annotations.NullUnmarked;
import org.rulewright.ruleflow.Flow;
import org.rulewright.ruleflow.FlowDefinition;
import org.rulewright.ruleflow.FlowStep;

/** A call activity on Camunda that calls a flow of the same deployment. */
@NullUnmarked
final class FlowCallBehavior extends CallActivityBehavior {

  private final FlowStep.Task task;
  private final FlowDefinition called;

  FlowCallBehavior(FlowStep.Task task, FlowDefinition called, CallableElement original) {
    this.task = task;
    this.called = called;
    var element = new CallableElement();
    element.setDeploymentId(original.getDeploymentId());
    element.setBinding(CallableElementBinding.DEPLOYMENT);
    element.setDefinitionKeyValueProvider(new ConstantValueProvider(called.id()));
    setCallableElement(element);
  }

  /** Camunda itself would call in a circle until the memory is full. */
  @Override
  public void execute(ActivityExecution execution) throws Exception {
    int depth = 1;
    var above = ((ExecutionEntity) execution).getProcessInstance().getSuperExecution();
    while (above != null && depth < Flow.DEEPEST) {
      depth++;
      above = above.getProcessInstance().getSuperExecution();
    }
    if (depth >= Flow.DEEPEST) {
      throw new BpmnError("flow.too-deep", called.id());
    }
    super.execute(execution);
  }

  @Override
  protected VariableMap getInputVariables(ActivityExecution execution) {
    return new VariableMapImpl(
        task.call().isolated()
            ? execution.getVariablesLocalTyped(false)
            : execution.getVariablesTyped(false));
  }

  @Override
  public void passOutputVariables(ActivityExecution execution, VariableScope instance) {
    if (CamundaRun.current().failing().get()) {
      // an error on its way up passes by here; a call that failed has no result
      return;
    }
    var ended = (ExecutionEntity) instance;
    var ends = CamundaRun.current().ends(ended.getProcessInstanceId());
    execution.setVariable(task.call().result(), FlowAnswer.of(called, ends, ended.getVariables()));
  }
}
