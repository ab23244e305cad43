package org.rulewright.ruleflow;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.ruleflow.PlanStep.Calling;
import org.rulewright.ruleflow.PlanStep.Locals;

/** Computes what a task hands on, and what it sets from the answer. */
final class TaskMappings {

  private TaskMappings() {}

  /** Where the inputs of a task are put: the flow's variables where it has none. */
  static Variables handed(Calling calling, Variables variables) {
    Locals locals = calling.locals();
    if (locals == null) {
      return variables;
    }
    return calling.call().isolated()
        ? Variables.none(locals.layout())
        : variables.copy(locals.layout());
  }

  /** Computes the inputs of a task; returns the problems of the first that fails. */
  static List<Diagnostic> inputs(
      Calling calling, Variables variables, Variables handed, OffsetDateTime asOf) {
    Locals locals = calling.locals();
    if (locals == null) {
      return List.of();
    }
    Scope scope = new Scope(variables.row());
    for (Assignment input : locals.inputs()) {
      ReferenceAnswer answer = input.formula().evaluate(scope, asOf);
      if (answer.failed()) {
        return answer.problems();
      }
      handed.set(input.slot(), answer.value());
    }
    return List.of();
  }

  /**
   * Computes the outputs one after the other: each sees those before it, unless an input hides it.
   */
  static List<Diagnostic> outputs(
      Calling calling, Variables variables, Variables handed, OffsetDateTime asOf) {
    Locals locals = calling.locals();
    Variables inside = inside(calling, variables, handed);
    Scope scope = new Scope(inside.row());
    for (Assignment output : calling.outputs()) {
      ReferenceAnswer answer = output.formula().evaluate(scope, asOf);
      if (answer.failed()) {
        return answer.problems();
      }
      variables.set(output.slot(), answer.value());
      if (locals != null && !locals.sets(output.mapping().target())) {
        inside.set(output.slot(), answer.value());
      }
    }
    return List.of();
  }

  /** What the outputs of a task see: the flow's variables, overlaid by the task's inputs. */
  private static Variables inside(Calling calling, Variables variables, Variables handed) {
    Locals locals = calling.locals();
    if (locals == null) {
      return variables;
    }
    List<String> names = new ArrayList<>(variables.layout().names());
    locals.inputs().forEach(it -> names.add(it.mapping().target()));
    Variables inside = variables.copy(FactLayout.of(names));
    for (Assignment input : locals.inputs()) {
      inside.set(inside.layout().slot(input.mapping().target()), handed.at(input.slot()));
    }
    return inside;
  }
}
