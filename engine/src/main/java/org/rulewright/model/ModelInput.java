package org.rulewright.model;

import java.util.List;
import org.rulewright.decision.FactType;

/**
 * One value a model scores.
 *
 * @param optional whether the model itself says what a missing value means
 * @param allowed the categories the model knows, as FEEL values; empty where it names none
 * @param openSet whether a category the model does not know is scored as the model says, instead of
 *     being an error
 */
public record ModelInput(
    String name, FactType type, boolean optional, List<Object> allowed, boolean openSet) {

  public ModelInput {
    allowed = List.copyOf(allowed);
  }

  public static ModelInput required(String name, FactType type) {
    return new ModelInput(name, type, false, List.of(), false);
  }

  public static ModelInput optional(String name, FactType type) {
    return new ModelInput(name, type, true, List.of(), false);
  }
}
