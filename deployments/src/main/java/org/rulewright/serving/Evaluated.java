package org.rulewright.serving;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisionlog.DecisionPayload;
import org.rulewright.decisionlog.FactState;
import org.rulewright.decisionlog.RecordedFact;
import org.rulewright.decisionlog.RecordedProblem;
import org.rulewright.decisionlog.RecordedStep;
import org.rulewright.decisionlog.SentReason;
import org.rulewright.version.UsedValues;

/**
 * An outcome in the strategy's terms.
 *
 * @param missing optional facts that were absent or null and that an evaluated step read
 * @param used look-up rows and model scores the outcome rests on
 */
record Evaluated(
    StrategyOutputs outputs,
    Trace trace,
    List<RecordedProblem> problems,
    Set<String> missing,
    UsedValues used) {

  static Evaluated of(ReleasedModel model, Facts facts, Outcome outcome, UsedValues used) {
    return switch (outcome) {
      case Outcome.Decided decided ->
          decided(model, decided, missing(model, facts, outcome.trace()), used);
      case Outcome.Failed failed ->
          new Evaluated(
              StrategyOutputs.engineError(),
              failed.trace(),
              failed.problems().stream().map(Evaluated::problem).toList(),
              Set.of(),
              used);
    };
  }

  /** For an engine that threw instead of answering. */
  static Evaluated failed(Throwable failure, UsedValues used) {
    var name = failure.getClass().getSimpleName();
    var problem = new RecordedProblem("engine.failure", null, null, name);
    return new Evaluated(
        StrategyOutputs.engineError(), Trace.EMPTY, List.of(problem), Set.of(), used);
  }

  private static Evaluated decided(
      ReleasedModel model, Outcome.Decided decided, Set<String> missing, UsedValues used) {
    try {
      var outputs = StrategyOutputs.of(model.contract().entry(), decided.value());
      var told = missing.isEmpty() ? outputs : outputs.with(BuiltInReason.MISSING_DATA);
      return new Evaluated(told, decided.trace(), List.of(), missing, used);
    } catch (WrongOutputException wrong) {
      var problem =
          new RecordedProblem(
              "strategy.wrong-output", wrong.output(), null, String.valueOf(wrong.getMessage()));
      return new Evaluated(
          StrategyOutputs.engineError(), decided.trace(), List.of(problem), Set.of(), used);
    }
  }

  private static Set<String> missing(ReleasedModel model, Facts facts, Trace trace) {
    var missing = new LinkedHashSet<String>();
    for (var step : trace.steps()) {
      for (var input : model.inputsOf(step.decisionId())) {
        if (facts.get(input) == null) {
          missing.add(input);
        }
      }
    }
    return missing;
  }

  DecisionPayload payload(
      ReleasedModel model, DecisionRequest request, String asOf, Locale language) {
    return new DecisionPayload(
        request.subject(),
        asOf,
        language.getLanguage(),
        request.explain(),
        facts(model, request),
        outputs.values(),
        reasons(model, language),
        trace.steps().stream().map(Evaluated::step).toList(),
        problems,
        used.scores(),
        used.lookups());
  }

  private List<SentReason> reasons(ReleasedModel model, Locale language) {
    var reasons = new ArrayList<SentReason>();
    for (var code : outputs.headline().reasonCodes()) {
      var text = model.text(code, language);
      if (code.equals(BuiltInReason.MISSING_DATA.name()) && !missing.isEmpty()) {
        text = BuiltInReason.listed(text, missing, language);
      }
      reasons.add(new SentReason(code, text));
    }
    return reasons;
  }

  private static List<RecordedFact> facts(ReleasedModel model, DecisionRequest request) {
    Map<String, @Nullable Object> given = request.facts();
    var facts = new ArrayList<RecordedFact>();
    for (var field : model.schema().fields()) {
      var value = given.get(field.name());
      var state =
          value != null
              ? FactState.GIVEN
              : given.containsKey(field.name()) ? FactState.NULL : FactState.MISSING;
      facts.add(
          new RecordedFact(field.name(), field.type().name(), state, value, request.source()));
    }
    return facts;
  }

  private static RecordedStep step(TraceStep step) {
    return new RecordedStep(
        step.decisionId(),
        step.decisionName(),
        step.kind().name(),
        step.hits(),
        PlainValue.of(step.value()),
        step.delegated());
  }

  private static RecordedProblem problem(Diagnostic problem) {
    return new RecordedProblem(
        problem.code(),
        problem.place().element(),
        problem.place().cell(),
        problem.message(Locale.ENGLISH));
  }
}
