package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;

/**
 * A model in the hands of Camunda 7, a second reference beside Apache KIE.
 *
 * <p>Every decision is given to that engine by itself and its result handed on under the decision's
 * name, as DMN says: left alone, Camunda spreads the outputs of a table over the names of its
 * columns, so that linked tables of DMN do not find one another.
 */
final class CamundaModel {

  private final DmnDocument document;
  private final Map<String, CamundaDecision> decisions = new ConcurrentHashMap<>();

  CamundaModel(DmnDocument document) {
    this.document = document;
  }

  /** What keeps Camunda from making a decision; empty where nothing does. */
  List<Diagnostic> obstacles(String name) {
    var problems = new ArrayList<Diagnostic>();
    document
        .decision(name)
        .ifPresent(
            wanted -> chain(wanted).forEach(it -> problems.addAll(CamundaLimits.of(document, it))));
    return problems;
  }

  Outcome evaluate(String name, Facts facts, boolean traced) {
    var wanted = document.decision(name);
    if (wanted.isEmpty()) {
      return failed(Diagnostic.error("dmn.unknown-decision", Place.of(name), name));
    }
    var problems = new ArrayList<>(obstacles(name));
    problems.addAll(CamundaLimits.of(facts));
    return problems.isEmpty()
        ? evaluate(wanted.get(), facts, traced)
        : new Outcome.Failed(problems, Trace.EMPTY);
  }

  private Outcome evaluate(DmnDecision wanted, Facts facts, boolean traced) {
    var results = new LinkedHashMap<String, CamundaDecision.Result>();
    var steps = new ArrayList<TraceStep>();
    for (var decision : chain(wanted)) {
      CamundaDecision.Result result;
      try {
        result = decided(decision, variables(decision, facts, results));
      } catch (CamundaRefusal refused) {
        steps.add(step(decision, List.of(), null));
        var place = Place.of(decision.id());
        return new Outcome.Failed(
            List.of(Diagnostic.error("dmn.engine", place, Diagnostic.shortened(refused.reason()))),
            traced ? new Trace(steps) : Trace.EMPTY);
      }
      results.put(decision.id(), result);
      steps.add(step(decision, result.hits(), result.value()));
    }
    return new Outcome.Decided(
        results.values().stream().toList().getLast().value(),
        traced ? new Trace(steps) : Trace.EMPTY);
  }

  private CamundaDecision.Result decided(
      DmnDecision decision, Map<String, @Nullable Object> variables) {
    var compiled = decisions.get(decision.id());
    if (compiled == null) {
      compiled = CamundaDecision.compile(document, decision);
      decisions.put(decision.id(), compiled);
      Evaluation.CURRENT.get().restart();
    }
    return compiled.evaluate(variables);
  }

  /** What a decision sees: the inputs and decisions it requires; one that is missing is null. */
  private Map<String, @Nullable Object> variables(
      DmnDecision decision, Facts facts, Map<String, CamundaDecision.Result> results) {
    var variables = new LinkedHashMap<String, @Nullable Object>();
    for (var id : decision.requiredInputs()) {
      document
          .contents()
          .inputById(id)
          .ifPresent(input -> variables.put(input.name(), facts.get(input.name())));
    }
    for (var id : decision.requiredDecisions()) {
      var result = results.get(id);
      if (result != null) {
        document
            .contents()
            .decisionById(id)
            .ifPresent(required -> variables.put(required.name(), result.value()));
      }
    }
    return variables;
  }

  /** What a decision requires before the decision itself. */
  Set<DmnDecision> chain(DmnDecision wanted) {
    var order = new LinkedHashSet<DmnDecision>();
    collect(wanted, order, new HashSet<>());
    return order;
  }

  private void collect(DmnDecision decision, Set<DmnDecision> order, Set<String> seen) {
    if (!seen.add(decision.id())) {
      return;
    }
    decision.requiredDecisions().stream()
        .map(document.contents()::decisionById)
        .flatMap(Optional::stream)
        .forEach(required -> collect(required, order, seen));
    order.add(decision);
  }

  private static TraceStep step(DmnDecision decision, List<String> hits, @Nullable Object value) {
    return new TraceStep(decision.id(), decision.name(), decision.kind(), hits, value, true);
  }

  private static Outcome failed(Diagnostic problem) {
    return new Outcome.Failed(List.of(problem), Trace.EMPTY);
  }
}
