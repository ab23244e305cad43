package org.rulewright.ruleflow;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.FactRow;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Formula;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.ruleflow.PlanStep.Calling;
import org.rulewright.ruleflow.PlanStep.Catch;
import org.rulewright.ruleflow.PlanStep.Choosing;
import org.rulewright.ruleflow.PlanStep.Ending;
import org.rulewright.ruleflow.PlanStep.Joining;
import org.rulewright.ruleflow.PlanStep.Locals;
import org.rulewright.ruleflow.PlanStep.Pass;

/** One run of a flow. */
final class FlowRun {

  private static final String STEP_FAILED = "flow.step-failed";

  private final FlowPlan plan;
  private final OffsetDateTime asOf;
  private final boolean traced;
  private final Tokens tokens;
  private final Variables variables;
  private final List<TraceStep> trace;

  /** Null where nobody asks why. */
  private final @Nullable FlowNotes notes;

  private @Nullable Variables outputs;
  private @Nullable Set<Object> referrals;
  private boolean ordinaryEnd;
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
        ? new Outcome.Decided(answer(), taken)
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
    Diagnostic problem =
        Diagnostic.error(
            "flow.condition-not-boolean",
            Place.of(step.id(), exit.id()),
            exit.id(),
            step.label(),
            Diagnostic.shortened(String.valueOf(answer.value())));
    List<Diagnostic> all = new ArrayList<>(List.of(problem));
    all.addAll(answer.problems());
    problems = all;
    note(step, List.of(), null, false);
    return null;
  }

  private void end(Ending ending) {
    if (ending.outputs().isEmpty()) {
      ordinaryEnd |= ending.step().referral() == null;
    } else {
      Variables given = outputs;
      if (given == null) {
        given = Variables.none(plan.outputs());
        outputs = given;
      }
      Scope scope = new Scope(variables.row());
      for (Assignment assignment : ending.outputs()) {
        ReferenceAnswer answer = assignment.formula().evaluate(scope, asOf);
        if (answer.failed()) {
          fail("flow.mapping-failed", ending.step(), answer.problems());
          return;
        }
        given.set(assignment.slot(), answer.value());
      }
    }
    if (ending.step().referral() != null) {
      if (referrals == null) {
        referrals = new LinkedHashSet<>();
      }
      referrals.add(ending.step().referral());
    }
    note(ending.step(), List.of(), null, false);
  }

  private void call(Calling calling) {
    Locals locals = calling.locals();
    Variables handed = variables;
    if (locals != null) {
      handed =
          calling.call().isolated()
              ? Variables.none(locals.layout())
              : variables.copy(locals.layout());
      List<Diagnostic> wrong = inputs(locals, handed);
      if (!wrong.isEmpty()) {
        failed(calling, wrong, Trace.EMPTY);
        return;
      }
    }
    Decision decision = calling.target().decision();
    if (decision == null) {
      FlowReference callee = calling.call().callee();
      failed(
          calling,
          List.of(
              Diagnostic.error(
                  "flow.unknown-callee",
                  Place.of(calling.step().id()),
                  calling.step().label(),
                  callee.key(),
                  Diagnostic.term("flow.kind." + callee.kind()))),
          Trace.EMPTY);
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
      Diagnostic problem =
          Diagnostic.error(
              "flow.result-shape",
              Place.of(calling.step().id()),
              calling.step().label(),
              calling.call().shape().name());
      failed(calling, List.of(problem), nested);
      return;
    }
    variables.set(calling.result(), shaped.value());
    if (!calling.outputs().isEmpty()) {
      List<Diagnostic> wrong = outputs(calling, inside(calling, handed));
      if (!wrong.isEmpty()) {
        failed(calling, wrong, nested);
        return;
      }
    }
    note(calling.step(), calling.exit().hits(), shaped.value(), false);
    nest(nested);
    tokens.move(calling.exit().target());
  }

  /** What the outputs of a task see: the flow's variables, overlaid by the task's inputs. */
  private Variables inside(Calling calling, Variables handed) {
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

  /** Computes the inputs of a task; returns the problems of the first that fails. */
  private List<Diagnostic> inputs(Locals locals, Variables handed) {
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
  private List<Diagnostic> outputs(Calling calling, Variables inside) {
    Locals locals = calling.locals();
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

  /** A task has failed: on by its error event, or the whole flow with it. */
  private void failed(Calling calling, List<Diagnostic> wrong, Trace nested) {
    if (notes != null) {
      notes.failed(wrong);
    }
    String code = code(wrong);
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
    fail(STEP_FAILED, calling.step(), wrong);
    nest(nested);
  }

  /** The code of an error is that of its cause, however many flows it has come through. */
  private static String code(List<Diagnostic> wrong) {
    return wrong.stream()
        .map(Diagnostic::code)
        .filter(it -> !it.equals(STEP_FAILED))
        .findFirst()
        .orElse(STEP_FAILED);
  }

  private void fail(String code, FlowStep step, List<Diagnostic> reasons) {
    List<Diagnostic> all = new ArrayList<>();
    all.add(Diagnostic.error(code, Place.of(step.id()), step.label()));
    all.addAll(reasons);
    problems = all;
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

  /** What the ends gave, or the variables of the contract; a referral is above both. */
  private Map<String, @Nullable Object> answer() {
    if (outputs == null && referrals == null) {
      return ordinaryEnd ? contract() : Map.of();
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    if (ordinaryEnd) {
      answer.putAll(contract());
    }
    if (outputs != null) {
      answer.putAll(outputs.row());
    }
    if (referrals != null) {
      Set<Object> codes = new LinkedHashSet<>();
      if (answer.get("reasonCodes") instanceof Iterable<?> before) {
        before.forEach(codes::add);
      }
      codes.addAll(referrals);
      answer.put("verdict", "REFER");
      answer.put("reasonCodes", new ArrayList<>(codes));
    }
    return answer;
  }

  private FactRow contract() {
    List<Integer> slots = plan.contract();
    @Nullable Object[] values = new Object[slots.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = variables.at(slots.get(i));
    }
    return plan.answer().row(values);
  }
}
