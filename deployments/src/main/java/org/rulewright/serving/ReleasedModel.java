package org.rulewright.serving;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.Reason;
import org.rulewright.asset.StrategyContract;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.decision.Decision;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.dmn.Explanation;
import org.rulewright.version.CompiledVersion;
import org.rulewright.version.UsedValues;
import org.rulewright.version.Version;
import org.rulewright.version.VersionCompiler;
import org.rulewright.xml.UnreadableModelException;

/**
 * A version ready to decide: compiled with what it pins, and what its contract says in the form a
 * decision needs it.
 */
final class ReleasedModel implements AutoCloseable {

  private final StrategyContract contract;
  private final CompiledVersion compiled;
  private final FactSchema schema;
  private final Map<String, Reason> reasons;
  private final Map<String, List<String>> inputsOfDecision;

  private ReleasedModel(StrategyContract contract, CompiledVersion compiled) {
    this.contract = contract;
    this.compiled = compiled;
    schema = new FactSchema(contract.inputs().stream().map(ReleasedModel::field).toList());
    reasons = new HashMap<>();
    contract.reasons().forEach(reason -> reasons.putIfAbsent(reason.code(), reason));
    var declared =
        contract.inputs().stream().map(ContractInput::feature).collect(Collectors.toSet());
    inputsOfDecision = ReadInputs.ofDecisions(compiled.source().dmn(), declared);
    compiled
        .source()
        .startingFlow()
        .map(BpmnFlow::definition)
        .map(flow -> ReadInputs.ofFlow(flow, compiled::inputs, declared))
        .ifPresent(read -> read.forEach(inputsOfDecision::putIfAbsent));
  }

  static ReleasedModel of(Version version, VersionCompiler compiler) {
    try {
      return new ReleasedModel(version.contract(), compiler.compile(version));
    } catch (UnreadableModelException damaged) {
      // Only what can be read and compiled is ever released.
      throw new IllegalStateException(
          "the released version " + version.digest() + " cannot be read", damaged);
    }
  }

  @Override
  public void close() {
    compiled.close();
  }

  StrategyContract contract() {
    return contract;
  }

  /** Decides, by the flow or the decision that is the contract's entry. */
  Outcome evaluate(Facts facts, OffsetDateTime asOf, UsedValues used) {
    return compiled.evaluate(facts, asOf, true, used);
  }

  /** The same for many facts at once; empty where each has to be decided by itself. */
  Optional<Decision> batchEntry() {
    return compiled.batchEntry();
  }

  /** Decides again and says why. */
  Explanation explain(Facts facts, OffsetDateTime asOf, UsedValues used) {
    return compiled.explain(facts, asOf, used);
  }

  FactSchema schema() {
    return schema;
  }

  /** The wording of a reason; a code the contract does not word stands for itself. */
  String text(String code, Locale language) {
    var reason = reasons.get(code);
    return reason == null ? BuiltInReason.text(code, language) : reason.text(language);
  }

  /** The contract's inputs that this decision of the model reads itself, by name. */
  List<String> inputsOf(String decisionId) {
    return inputsOfDecision.getOrDefault(decisionId, List.of());
  }

  private static FactField field(ContractInput input) {
    return new FactField(input.feature(), input.type(), input.required(), input.allowedValues());
  }
}
