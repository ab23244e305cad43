package org.rulewright.bpmn;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.jspecify.annotations.NullUnmarked;
import org.rulewright.ruleflow.FlowStep;

/** An end event on Camunda that gives the outputs of the flow. */
@NullUnmarked
final class EndBehavior extends NoneEndEventActivityBehavior {

  private record Output(String name, FeelScript value) {}

  private final FlowStep.End end;
  private final List<Output> outputs;

  EndBehavior(FlowStep.End end) {
    this.end = end;
    this.outputs =
        end.outputs().stream()
            .map(it -> new Output(it.target(), new FeelScript(it.source())))
            .toList();
  }

  @Override
  public void execute(ActivityExecution execution) throws Exception {
    var ends = CamundaRun.current().ends(execution.getProcessInstanceId());
    var variables = execution.getVariables();
    for (var output : outputs) {
      ends.outputs.put(output.name(), output.value().evaluate(variables));
    }
    if (end.referral() != null) {
      ends.referrals.add(end.referral());
    }
    ends.ordinary |= outputs.isEmpty() && end.referral() == null;
    super.execute(execution);
  }
}
