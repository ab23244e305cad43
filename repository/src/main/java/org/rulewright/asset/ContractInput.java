package org.rulewright.asset;

import java.util.List;
import org.rulewright.decision.FactType;

/**
 * One fact a strategy takes, by the name of its feature in the dictionary.
 *
 * @param required whether a decision without it is refused; an optional one may be missing or null
 * @param allowedValues copied from the dictionary when the draft is saved, so that a version keeps
 *     those it was made with; empty if any value of the type will do
 */
public record ContractInput(
    String feature, FactType type, boolean required, List<Object> allowedValues) {

  public ContractInput {
    allowedValues = List.copyOf(allowedValues);
  }

  public ContractInput(String feature, FactType type, boolean required) {
    this(feature, type, required, List.of());
  }
}
