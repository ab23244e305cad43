package org.rulewright.asset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.LookupShape;
import org.rulewright.decision.LookupSource;
import org.rulewright.decision.Place;
import org.rulewright.modelregistry.ModelVersion;
import org.rulewright.ruleflow.Callee;
import org.rulewright.ruleflow.FlowReference;

/** What is wrong with the flow of a strategy, beside its model, the look-up tables and models. */
final class FlowProblems {

  private FlowProblems() {}

  static List<Diagnostic> of(
      StrategyModel model, LookupSource lookups, Function<String, Optional<ModelVersion>> models) {
    var flow = model.flow();
    if (flow == null) {
      return List.of();
    }
    List<Diagnostic> found =
        new ArrayList<>(
            BpmnFlow.check(
                flow, model.contract().schema(), it -> callee(it, model, lookups, models)));
    for (var table : flow.lookups()) {
      if (!lookups.has(table)) {
        found.add(Diagnostic.error("dmn.lookup-unknown", Place.NOWHERE, table));
      }
    }
    found.addAll(ModelUse.problems(BpmnFlow.definition(flow), model.contract(), models));
    verdict(model, flow, found);
    return found;
  }

  /** The names that the models and look-up tables a flow calls take from its variables. */
  static Set<String> read(
      BpmnDocument flow, LookupSource lookups, Function<String, Optional<ModelVersion>> models) {
    Set<String> names = new HashSet<>();
    for (var reference : BpmnFlow.references(flow)) {
      if (reference.kind() == DecisionKind.MODEL) {
        models.apply(reference.key()).ifPresent(it -> names.addAll(it.features()));
      } else if (reference.kind() == DecisionKind.LOOKUP) {
        lookups
            .shape(reference.key())
            .ifPresent(it -> it.keys().forEach(column -> names.add(column.name())));
      }
    }
    return names;
  }

  private static void verdict(StrategyModel model, BpmnDocument flow, List<Diagnostic> found) {
    if (!model.startsWithFlow()) {
      return;
    }
    var outputs = BpmnFlow.outputs(flow);
    if (!outputs.contains("verdict")) {
      found.add(
          Diagnostic.error(
              "dmn.no-verdict",
              Place.of(flow.key().orElse("")),
              flow.name(),
              String.join(", ", outputs)));
    }
  }

  private static Optional<Callee> callee(
      FlowReference reference,
      StrategyModel model,
      LookupSource lookups,
      Function<String, Optional<ModelVersion>> models) {
    return switch (reference.kind()) {
      case LOOKUP -> lookups.shape(reference.key()).map(FlowProblems::lookup);
      case MODEL -> models.apply(reference.key()).map(ModelUse::callee);
      case OTHER -> model.dmn().decision(reference.key()).map(it -> Callee.UNKNOWN);
      case DECISION_TABLE,
          LITERAL_EXPRESSION,
          DECISION_TREE,
          SCORECARD,
          RULE_SET,
          FLOW,
          FLOW_STEP ->
          Optional.empty();
    };
  }

  private static Callee lookup(LookupShape shape) {
    Map<String, FactType> columns = new HashMap<>(types(shape.keys()));
    columns.putAll(types(shape.values()));
    // the parser of FEEL knows no columns of a context, but takes any of what may be anything
    return new Callee(types(shape.keys()), types(shape.keys()).keySet(), columns, FactType.ANY);
  }

  private static Map<String, FactType> types(List<LookupShape.Column> columns) {
    Map<String, FactType> types = new HashMap<>();
    columns.forEach(it -> types.put(it.name(), it.type()));
    return types;
  }
}
