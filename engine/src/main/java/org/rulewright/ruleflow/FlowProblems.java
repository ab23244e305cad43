package org.rulewright.ruleflow;

import java.util.ArrayList;
import java.util.List;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.ruleflow.PlanStep.Calling;

/** What can go wrong in a run, in words. */
final class FlowProblems {

  static final String STEP_FAILED = "flow.step-failed";

  private FlowProblems() {}

  /** A step cannot go on, for reasons that may be those of what it called. */
  static List<Diagnostic> of(String code, FlowStep step, List<Diagnostic> reasons) {
    List<Diagnostic> all = new ArrayList<>();
    all.add(Diagnostic.error(code, Place.of(step.id()), step.label()));
    all.addAll(reasons);
    return all;
  }

  static List<Diagnostic> notBoolean(FlowStep step, Exit exit, ReferenceAnswer answer) {
    List<Diagnostic> all = new ArrayList<>();
    all.add(
        Diagnostic.error(
            "flow.condition-not-boolean",
            Place.of(step.id(), exit.id()),
            exit.id(),
            step.label(),
            Diagnostic.shortened(String.valueOf(answer.value()))));
    all.addAll(answer.problems());
    return all;
  }

  static Diagnostic unknownCallee(Calling calling) {
    FlowReference callee = calling.call().callee();
    return Diagnostic.error(
        "flow.unknown-callee",
        Place.of(calling.step().id()),
        calling.step().label(),
        callee.key(),
        Diagnostic.term("flow.kind." + callee.kind()));
  }

  static Diagnostic resultShape(Calling calling) {
    return Diagnostic.error(
        "flow.result-shape",
        Place.of(calling.step().id()),
        calling.step().label(),
        calling.call().shape().name());
  }

  /** The code of an error is that of its cause, however many flows it has come through. */
  static String code(List<Diagnostic> wrong) {
    return wrong.stream()
        .map(Diagnostic::code)
        .filter(it -> !it.equals(STEP_FAILED))
        .findFirst()
        .orElse(STEP_FAILED);
  }
}
