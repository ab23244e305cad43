package org.rulewright.version;

import org.jspecify.annotations.Nullable;

/**
 * Where a change is, by the ids of the model.
 *
 * @param name name of the decision, or of the input or reason of the contract
 * @param decision id of the decision; absent for the contract
 */
public record ChangePlace(
    String name, @Nullable String decision, @Nullable String rule, @Nullable String column) {

  static ChangePlace contract(String name) {
    return new ChangePlace(name, null, null, null);
  }

  static ChangePlace decision(String name, String decision) {
    return new ChangePlace(name, decision, null, null);
  }

  ChangePlace rule(String id) {
    return new ChangePlace(name, decision, id, null);
  }

  ChangePlace column(String id) {
    return new ChangePlace(name, decision, rule, id);
  }
}
