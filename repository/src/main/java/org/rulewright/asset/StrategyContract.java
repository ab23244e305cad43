package org.rulewright.asset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;

/**
 * What a strategy promises to its callers: which decision answers, which facts it takes, and the
 * wording of its reasons.
 *
 * <p>A contract may be half-written while it is a draft; what is wrong with it is among the
 * diagnostics of the revision.
 *
 * @param entry name of the decision whose value is the answer
 */
public record StrategyContract(String entry, List<ContractInput> inputs, List<Reason> reasons) {

  public StrategyContract {
    inputs = List.copyOf(inputs);
    reasons = List.copyOf(reasons);
  }

  /** Returns the facts a caller may send; of a half-written contract, those that make sense. */
  public FactSchema schema() {
    Set<String> seen = new HashSet<>();
    return new FactSchema(
        inputs.stream()
            .filter(input -> !input.feature().isBlank() && seen.add(input.feature()))
            .map(StrategyContract::field)
            .toList());
  }

  private static FactField field(ContractInput input) {
    return new FactField(input.feature(), input.type(), input.required(), input.allowedValues());
  }
}
