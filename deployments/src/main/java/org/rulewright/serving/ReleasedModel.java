package org.rulewright.serving;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.Reason;
import org.rulewright.asset.StrategyContract;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnModel;
import org.rulewright.version.Version;
import org.rulewright.xml.UnreadableModelException;

/**
 * A version ready to decide: its compiled model, and what its contract says in the form a decision
 * needs it.
 */
final class ReleasedModel {

  private final StrategyContract contract;
  private final DmnModel model;
  private final FactSchema schema;
  private final Map<String, Reason> reasons;
  private final Map<String, List<String>> inputsOfDecision;

  private ReleasedModel(StrategyContract contract, DmnModel model) {
    this.contract = contract;
    this.model = model;
    schema = new FactSchema(contract.inputs().stream().map(ReleasedModel::field).toList());
    reasons = new HashMap<>();
    contract.reasons().forEach(reason -> reasons.putIfAbsent(reason.code(), reason));
    inputsOfDecision =
        ReadInputs.ofDecisions(
            model.document(),
            contract.inputs().stream().map(ContractInput::feature).collect(Collectors.toSet()));
  }

  static ReleasedModel of(Version version) {
    try {
      var model = DmnModel.compile(DmnDocument.read(version.dmn()));
      return new ReleasedModel(version.contract(), model);
    } catch (UnreadableModelException damaged) {
      // Only what can be read and compiled is ever released.
      throw new IllegalStateException(
          "the released version " + version.digest() + " cannot be read", damaged);
    }
  }

  StrategyContract contract() {
    return contract;
  }

  DmnModel model() {
    return model;
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
