package org.rulewright.asset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.decision.FactSchema;
import org.rulewright.dmn.DmnDecision;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnInput;

/**
 * The contract a model that was made elsewhere suggests: its input data, none of them required,
 * because DMN cannot say so.
 */
final class ContractProposal {

  private ContractProposal() {}

  static StrategyContract of(DmnDocument model) {
    Set<String> seen = new HashSet<>();
    List<ContractInput> inputs =
        model.inputs().stream()
            .filter(input -> !input.name().isBlank() && seen.add(input.name()))
            .map(ContractProposal::input)
            .toList();
    return new StrategyContract(entry(model), inputs, List.of());
  }

  /** The contract a flow suggests: it is the entry, and the facts it declares are the inputs. */
  static StrategyContract of(BpmnDocument flow) {
    List<ContractInput> inputs =
        BpmnFlow.facts(flow, new FactSchema(List.of())).fields().stream()
            .map(fact -> new ContractInput(fact.name(), fact.type(), false))
            .toList();
    return new StrategyContract(flow.key().orElse(""), inputs, List.of());
  }

  /**
   * Returns the contract of a draft whose model is replaced by another: what it has stays, inputs
   * it lacks are added, and the entry changes only if the model has none of that name.
   */
  static StrategyContract of(DmnDocument model, StrategyContract current) {
    StrategyContract proposed = of(model);
    Set<String> known = new HashSet<>();
    current.inputs().forEach(input -> known.add(input.feature()));
    List<ContractInput> inputs =
        Stream.concat(
                current.inputs().stream(),
                proposed.inputs().stream().filter(input -> !known.contains(input.feature())))
            .toList();
    String entry = model.decision(current.entry()).isPresent() ? current.entry() : proposed.entry();
    return new StrategyContract(entry, inputs, current.reasons());
  }

  private static ContractInput input(DmnInput input) {
    return new ContractInput(input.name(), input.type(), false);
  }

  /** The decision no other needs; of several, the one drawn last. */
  private static String entry(DmnDocument model) {
    Set<String> needed = new HashSet<>();
    model.decisions().forEach(decision -> needed.addAll(decision.requiredDecisions()));
    return model.decisions().stream()
        .filter(decision -> !needed.contains(decision.id()))
        .reduce((first, second) -> second)
        .map(DmnDecision::name)
        .orElse("");
  }
}
