package org.rulewright.ui.strategy;

import java.util.List;
import java.util.Optional;
import org.rulewright.decision.FactType;

/** The features of the dictionary, as the contract offers them. */
interface FeatureChoices {

  /**
   * A feature that may be chosen.
   *
   * @param label its name in the person's language
   */
  record Known(String name, String label, FactType type, List<Object> allowedValues) {}

  List<Known> all();

  default Optional<Known> find(String name) {
    return all().stream().filter(known -> known.name().equals(name)).findFirst();
  }
}
