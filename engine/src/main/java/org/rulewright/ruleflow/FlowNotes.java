package org.rulewright.ruleflow;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Formula;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.TraceStep;
import org.rulewright.expression.Reads;
import org.rulewright.ruleflow.PlanStep.Calling;

/** What a run that is to be explained notes beside its trace. */
final class FlowNotes {

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

  private final FlowPlan plan;
  private final OffsetDateTime asOf;
  private final List<StepTaken> steps = new ArrayList<>();

  // of the task under way
  private Facts given = Facts.NONE;
  private @Nullable Outcome answer;
  private @Nullable FlowWhy flow;
  private List<Diagnostic> problems = List.of();

  FlowNotes(FlowPlan plan, OffsetDateTime asOf) {
    this.plan = plan;
    this.asOf = asOf;
  }

  List<StepTaken> steps() {
    return steps;
  }

  void passed(FlowStep step, TraceStep trace) {
    steps.add(new StepTaken.Passed(step, trace));
  }

  /** The step noted last was a gateway with these ways out. */
  void chose(List<Exit> exits, @Nullable Exit otherwise, Scope scope) {
    var last = steps.removeLast();
    List<Way> ways = new ArrayList<>();
    exits.forEach(exit -> ways.add(way(exit, false, last.trace(), scope)));
    if (otherwise != null) {
      ways.add(way(otherwise, true, last.trace(), scope));
    }
    steps.add(new StepTaken.Chose(last.step(), last.trace(), ways));
  }

  private Way way(Exit exit, boolean otherwise, TraceStep trace, Scope scope) {
    Formula condition = exit.condition();
    return new Way(
        exit.flow(),
        plan.steps().get(exit.target()).step(),
        otherwise,
        trace.hits().contains(exit.id()),
        condition == null ? Way.Answer.UNCONDITIONAL : answer(condition, scope),
        condition == null ? Map.of() : values(condition, scope));
  }

  private Way.Answer answer(Formula condition, Scope scope) {
    ReferenceAnswer found = condition.evaluate(scope, asOf);
    return !found.failed() && found.value() instanceof Boolean holds
        ? holds ? Way.Answer.HOLDS : Way.Answer.FAILS
        : Way.Answer.UNDECIDED;
  }

  /** What a condition reads; of one that is not ours, the variables its text names. */
  private static Map<String, @Nullable Object> values(Formula condition, Scope scope) {
    return condition
        .compiled()
        .map(expression -> Reads.of(expression, scope))
        .orElseGet(() -> {
          String text = TEXT.matcher(condition.text()).replaceAll("\"\"");
          var named = new java.util.LinkedHashMap<String, @Nullable Object>();
          scope.forEach((name, value) -> {
            if (isNamed(name, text)) {
              named.put(name, value);
            }
          });
          return named;
        });
  }

  private static boolean isNamed(String name, String text) {
    return Pattern.compile("(?<![\\p{L}\\p{N}_.])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])")
        .matcher(text)
        .find();
  }

  /** A task hands on what the variables are now; they change behind this. */
  void calls(Facts facts) {
    given = Facts.of(facts.asMap());
  }

  void answered(Outcome outcome) {
    answer = outcome;
  }

  Outcome went(FlowWhy why) {
    flow = why;
    return why.outcome();
  }

  void failed(List<Diagnostic> wrong) {
    problems = wrong;
  }

  /** The step noted last was this task. */
  void called(Calling calling) {
    var trace = steps.removeLast().trace();
    steps.add(
        new StepTaken.Called(
            calling.step(), trace, calling.call().callee(), given, answer, flow, problems));
    given = Facts.NONE;
    answer = null;
    flow = null;
    problems = List.of();
  }
}
