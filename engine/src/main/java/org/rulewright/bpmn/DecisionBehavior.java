package org.rulewright.bpmn;

import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.jspecify.annotations.NullUnmarked;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.ruleflow.FlowStep;

/** A task on Camunda that asks a decision, a model or a look-up of ours. */
@NullUnmarked
final class DecisionBehavior extends AbstractBpmnActivityBehavior {

  private final FlowStep.Task task;

  DecisionBehavior(FlowStep.Task task) {
    this.task = task;
  }

  /**
   * Leaves only after the error handling is done with: Camunda follows the rest of the flow inside
   * of {@code leave}, and would let an error event here catch what fails much later.
   */
  @Override
  public void execute(ActivityExecution execution) throws Exception {
    var decided = new AtomicBoolean();
    var failing = CamundaRun.current().failing();
    executeWithErrorPropagation(
        execution,
        () -> {
          failing.set(true);
          execution.setVariable(task.call().result(), PlainValues.of(answer(execution)));
          failing.set(false);
          decided.set(true);
          return null;
        });
    failing.set(false);
    if (decided.get()) {
      leave(execution);
    }
  }

  private Object answer(ActivityExecution execution) {
    var call = task.call();
    var run = CamundaRun.current();
    var outcome =
        run.source()
            .find(call.callee().kind(), call.callee().key())
            .map(it -> it.evaluate(Facts.of(execution.getVariables()), run.asOf(), false))
            .orElseThrow(() -> error("flow.unknown-callee", task.label()));
    return switch (outcome) {
      case Outcome.Failed failed -> throw error(failed.problems().getFirst());
      case Outcome.Decided decided ->
          call.shape()
              .shaped(decided.value())
              .orElseThrow(() -> error("flow.result-shape", task.label()))
              .value();
    };
  }

  private static BpmnError error(Diagnostic problem) {
    return error(problem.code(), String.valueOf(problem.place().element()));
  }

  private static BpmnError error(String code, String message) {
    return new BpmnError(code, message);
  }
}
