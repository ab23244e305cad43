package org.rulewright.ui.strategy;

import java.util.List;
import org.rulewright.decision.FactType;
import org.rulewright.feature.Feature;
import org.rulewright.feature.Features;
import org.rulewright.ui.shell.Messages;
import org.springframework.stereotype.Component;

/** The features of the dictionary, as the contract offers them. */
@Component
class FeatureChoices {
  private final Features features;

  FeatureChoices(Features features) {
    this.features = features;
  }

  /**
   * A feature that may be chosen.
   *
   * @param label its name in the person's language
   * @param unit such as CNY; empty when there is none
   */
  record Known(String name, String label, FactType type, String unit, List<Object> allowedValues) {}

  List<Known> all() {
    return features.list().stream().map(FeatureChoices::known).toList();
  }

  private static Known known(Feature feature) {
    return new Known(
        feature.name().text(),
        feature.label(Messages.locale()),
        feature.type(),
        feature.unit(),
        feature.field(false).allowedValues());
  }
}
