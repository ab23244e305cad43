package org.rulewright.asset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.model.ModelInput;
import org.rulewright.modelregistry.ModelVersion;
import org.rulewright.ruleflow.Callee;
import org.rulewright.ruleflow.FlowCall;
import org.rulewright.ruleflow.FlowDefinition;
import org.rulewright.ruleflow.FlowStep;

/** What is wrong with how a flow uses scoring models, beside what any callee may have wrong. */
final class ModelUse {

  private ModelUse() {}

  /** What the checks of a flow know of a model. */
  static Callee callee(ModelVersion version) {
    Map<String, FactType> inputs = new HashMap<>();
    Set<String> needed = new HashSet<>();
    for (var input : version.signature().inputs()) {
      inputs.put(input.name(), input.type());
      if (!input.optional()) {
        needed.add(input.name());
      }
    }
    Map<String, FactType> outputs = new HashMap<>();
    version.signature().outputs().forEach(it -> outputs.put(it.name(), it.type()));
    return new Callee(inputs, needed, outputs, FactType.CONTEXT);
  }

  /** Models that are not proven, and facts a model cannot score. */
  static List<Diagnostic> problems(
      FlowDefinition flow,
      StrategyContract contract,
      Function<String, Optional<ModelVersion>> models) {
    List<Diagnostic> found = new ArrayList<>();
    var caught =
        flow.steps().stream()
            .filter(FlowStep.ErrorBoundary.class::isInstance)
            .map(it -> ((FlowStep.ErrorBoundary) it).attachedTo())
            .collect(Collectors.toSet());
    for (var step : flow.steps()) {
      if (step instanceof FlowStep.Task task
          && task.call() != null
          && task.call().callee().kind() == DecisionKind.MODEL) {
        var call = task.call();
        models
            .apply(call.callee().key())
            .ifPresent(version -> {
              if (version.selfTest() == null) {
                found.add(untested(task, version));
              }
              if (!caught.contains(task.id())) {
                version
                    .signature()
                    .inputs()
                    .forEach(input -> fact(task, call, input, contract).ifPresent(found::add));
              }
            });
      }
    }
    return found;
  }

  private static Diagnostic untested(FlowStep.Task task, ModelVersion version) {
    return Diagnostic.error(
        "flow.model-untested",
        Place.of(task.id()),
        task.label(),
        version.model(),
        Integer.toString(version.number()));
  }

  /** Where an input is a fact of a caller: one that may be missing, or of a category unknown. */
  private static Optional<Diagnostic> fact(
      FlowStep.Task task, FlowCall call, ModelInput input, StrategyContract contract) {
    var mapping = call.inputs().stream().filter(it -> it.target().equals(input.name())).findFirst();
    var source = mapping.map(it -> it.source()).orElse(input.name());
    var place =
        mapping.map(it -> Place.of(task.id(), it.id())).orElseGet(() -> Place.of(task.id()));
    var fact = contract.inputs().stream().filter(it -> it.feature().equals(source)).findFirst();
    if (fact.isEmpty()) {
      return Optional.empty();
    }
    if (!fact.get().required() && !input.optional()) {
      return Optional.of(
          Diagnostic.warning(
              "flow.model-may-miss", place, task.label(), source, call.callee().key()));
    }
    var unknown =
        input.openSet() || input.allowed().isEmpty()
            ? List.of()
            : fact.get().allowedValues().stream().filter(it -> !knows(input, it)).toList();
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.warning(
                "flow.model-category",
                place,
                task.label(),
                source,
                call.callee().key(),
                Diagnostic.shortened(unknown)));
  }

  private static boolean knows(ModelInput input, Object value) {
    return input.allowed().stream()
        .anyMatch(it ->
            it instanceof java.math.BigDecimal known && value instanceof java.math.BigDecimal given
                ? known.compareTo(given) == 0
                : it.equals(value));
  }
}
