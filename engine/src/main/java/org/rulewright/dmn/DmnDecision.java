package org.rulewright.dmn;

import java.util.List;
import org.rulewright.decision.DecisionKind;

/**
 * A decision of a model with what it requires.
 *
 * @param typeRef the declared type of its result, empty where none is declared
 * @param requiredDecisions ids of the decisions it needs
 * @param requiredInputs ids of the input data it needs
 * @param requiredKnowledge ids of the business knowledge models and services it calls
 */
public record DmnDecision(
    String id,
    String name,
    DecisionKind kind,
    String typeRef,
    List<String> requiredDecisions,
    List<String> requiredInputs,
    List<String> requiredKnowledge) {

  public DmnDecision {
    requiredDecisions = List.copyOf(requiredDecisions);
    requiredInputs = List.copyOf(requiredInputs);
    requiredKnowledge = List.copyOf(requiredKnowledge);
  }
}
