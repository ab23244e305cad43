package org.rulewright.ruleflow;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Formula;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.ruleflow.PlanStep.Calling;
import org.rulewright.ruleflow.PlanStep.Catch;
import org.rulewright.ruleflow.PlanStep.Choosing;
import org.rulewright.ruleflow.PlanStep.Ending;
import org.rulewright.ruleflow.PlanStep.Joining;
import org.rulewright.ruleflow.PlanStep.Pass;

/** One run of a flow. */
final class FlowRun {

  private final FlowPlan plan;
  private final OffsetDateTime asOf;
  private final boolean traced;
  private final Tokens tokens;
  private final Variables variables;
  private final List<TraceStep> trace;

  /** Null where nobody asks why. */
  private final @Nullable FlowNotes notes;

  private final FlowEnds ends;
  private @Nullable List<Diagnostic> problems;

  FlowRun(
      FlowPlan plan, Facts facts, OffsetDateTime asOf, boolean traced, @Nullable FlowNotes notes) {
    this.plan = plan;
    this.asOf = asOf;
    this.traced = traced;
    this.tokens = new Tokens(plan);
    this.variables = Variables.of(facts, plan.binding());
    this.trace = traced ? new ArrayList<>() : List.of();
    this.notes = notes;
    this.ends = new FlowEnds(plan);
  }

  Outcome outcome() {
    tokens.move(plan.start());
    while (problems == null) {
      int next = tokens.next();
      if (next >= 0) {
        visit(plan.steps().get(next));
      } else {
        Joining join = tokens.released();
        if (join == null) {
          break;
        }
        leave(join);
      }
    }
    Joining stuck = problems == null ? tokens.stuck() : null;
    if (stuck != null) {
      fail("flow.stuck", stuck.step(), List.of());
    }
    Trace taken = traced ? new Trace(trace) : Trace.EMPTY;
    return problems == null
        ? new Outcome.Decided(ends.answer(variables), taken)
        : new Outcome.Failed(problems, taken);
  }

  private void visit(PlanStep step) {
    switch (step) {
      case Pass pass -> {
        note(pass.step(), pass.exit().hits(), null, false);
        tokens.move(pass.exit().target());
      }
      case Ending ending -> end(ending);
      case Calling calling -> {
        call(calling);
        if (notes != null) {
          notes.called(calling);
        }
      }
      case Choosing choosing -> {
        choose(choosing);
        if (notes != null) {
          notes.chose(choosing.exits(), choosing.otherwise(), new Scope(variables.row()));
        }
      }
      case Joining joining -> {
        if (tokens.arrives(joining)) {
          leave(joining);
        }
      }
    }
  }

  private void choose(Choosing choosing) {
    boolean delegated = false;
    Exit taken = choosing.otherwise();
    for (Exit exit : choosing.exits()) {
      Formula condition = exit.condition();
      delegated |= condition != null && !condition.isCompiled();
      Boolean holds = holds(choosing.step(), exit);
      if (holds == null) {
        return;
      }
      if (holds) {
        taken = exit;
        break;
      }
    }
    if (taken == null) {
      fail("flow.no-way", choosing.step(), List.of());
      return;
    }
    note(choosing.step(), taken.hits(), null, delegated);
    tokens.move(taken.target());
  }

  /** The tokens at a gateway go on together. */
  private void leave(Joining join) {
    split(join);
    if (notes != null && join.exits().size() > 1) {
      notes.chose(join.exits(), join.otherwise(), new Scope(variables.row()));
    }
  }

  private void split(Joining join) {
    if (!join.inclusive()) {
      note(join.step(), join.hits(), null, false);
      for (int i = join.exits().size() - 1; i >= 0; i--) {
        tokens.move(join.exits().get(i).target());
      }
      return;
    }
    List<Exit> taken = new ArrayList<>(join.exits().size());
    for (Exit exit : join.exits()) {
      Boolean holds = holds(join.step(), exit);
      if (holds == null) {
        return;
      }
      if (holds) {
        taken.add(exit);
      }
    }
    if (taken.isEmpty() && join.otherwise() != null) {
      taken.add(join.otherwise());
    }
    if (taken.isEmpty()) {
      fail("flow.no-way", join.step(), List.of());
      return;
    }
    if (traced) {
      note(join.step(), taken.stream().map(Exit::id).toList(), null, join.isDelegated());
    }
    for (int i = taken.size() - 1; i >= 0; i--) {
      tokens.move(taken.get(i).target());
    }
  }

  /** Whether the arrow is taken; null where that cannot be said and the run has failed. */
  private @Nullable Boolean holds(FlowStep step, Exit exit) {
    Formula condition = exit.condition();
    if (condition == null) {
      return true;
    }
    ReferenceAnswer answer = condition.evaluate(new Scope(variables.row()), asOf);
    if (!answer.failed() && answer.value() instanceof Boolean holds) {
      return holds;
    }
    problems = FlowProblems.notBoolean(step, exit, answer);
    note(step, List.of(), null, false);
    return null;
  }

  private void end(Ending ending) {
    List<Diagnostic> wrong = ends.reached(ending, variables, asOf);
    if (wrong.isEmpty()) {
      note(ending.step(), List.of(), null, false);
    } else {
      fail("flow.mapping-failed", ending.step(), wrong);
    }
  }

  private void call(Calling calling) {
    Variables handed = TaskMappings.handed(calling, variables);
    List<Diagnostic> wrongInputs = TaskMappings.inputs(calling, variables, handed, asOf);
    if (!wrongInputs.isEmpty()) {
      failed(calling, wrongInputs, Trace.EMPTY);
      return;
    }
    Decision decision = calling.target().decision();
    if (decision == null) {
      failed(calling, List.of(FlowProblems.unknownCallee(calling)), Trace.EMPTY);
      return;
    }
    if (notes != null) {
      notes.calls(handed.facts());
    }
    Outcome answer = evaluate(calling, decision, handed.facts());
    if (notes != null) {
      notes.answered(answer);
    }
    switch (answer) {
      case Outcome.Failed(var wrong, var nested) -> failed(calling, wrong, nested);
      case Outcome.Decided(var value, var nested) -> answered(calling, handed, value, nested);
    }
  }

  private Outcome evaluate(Calling calling, Decision decision, Facts given) {
    return calling.target().isFlow()
        ? Flow.deeper(decision, given, asOf, traced, notes)
        : decision.evaluate(given, asOf, traced);
  }

  private void answered(Calling calling, Variables handed, @Nullable Object value, Trace nested) {
    ResultShape.Shaped shaped = calling.call().shape().shaped(value).orElse(null);
    if (shaped == null) {
      failed(calling, List.of(FlowProblems.resultShape(calling)), nested);
      return;
    }
    variables.set(calling.result(), shaped.value());
    if (!calling.outputs().isEmpty()) {
      List<Diagnostic> wrong = TaskMappings.outputs(calling, variables, handed, asOf);
      if (!wrong.isEmpty()) {
        failed(calling, wrong, nested);
        return;
      }
    }
    note(calling.step(), calling.exit().hits(), shaped.value(), false);
    nest(nested);
    tokens.move(calling.exit().target());
  }

  /** A task has failed: on by its error event, or the whole flow with it. */
  private void failed(Calling calling, List<Diagnostic> wrong, Trace nested) {
    if (notes != null) {
      notes.failed(wrong);
    }
    String code = FlowProblems.code(wrong);
    for (Catch candidate : calling.catches()) {
      String wanted = candidate.event().errorCode();
      if (wanted == null || wanted.equals(code)) {
        note(calling.step(), candidate.hits(), null, false);
        nest(nested);
        if (candidate.codeSlot() >= 0) {
          variables.set(candidate.codeSlot(), code);
        }
        tokens.move(candidate.target());
        return;
      }
    }
    fail(FlowProblems.STEP_FAILED, calling.step(), wrong);
    nest(nested);
  }

  private void fail(String code, FlowStep step, List<Diagnostic> reasons) {
    problems = FlowProblems.of(code, step, reasons);
    note(step, List.of(), null, false);
  }

  private void note(FlowStep step, List<String> hits, @Nullable Object value, boolean delegated) {
    if (traced) {
      var taken =
          new TraceStep(step.id(), step.label(), DecisionKind.FLOW_STEP, hits, value, delegated);
      trace.add(taken);
      if (notes != null) {
        notes.passed(step, taken);
      }
    }
  }

  private void nest(Trace nested) {
    if (traced) {
      trace.addAll(nested.steps());
    }
  }
}
