package org.rulewright.ruleflow;

import org.rulewright.decision.DecisionKind;

/**
 * What a step calls.
 *
 * @param kind OTHER for a decision of the strategy's own DMN model, whatever logic is behind it;
 *     else MODEL, LOOKUP or FLOW
 * @param key the name of the decision, the key of the model or look-up table, or the id of the
 *     process that is the other flow
 */
public record FlowReference(DecisionKind kind, String key) {

  public static FlowReference decision(String name) {
    return new FlowReference(DecisionKind.OTHER, name);
  }

  public static FlowReference model(String key) {
    return new FlowReference(DecisionKind.MODEL, key);
  }

  public static FlowReference lookup(String key) {
    return new FlowReference(DecisionKind.LOOKUP, key);
  }

  public static FlowReference flow(String key) {
    return new FlowReference(DecisionKind.FLOW, key);
  }
}
