package org.rulewright.feature;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactType;

/**
 * A named, typed input with its meaning, as of one revision.
 *
 * @param revision counted from 1
 * @param retired no longer offered for new work; what uses it keeps it
 */
public record Feature(
    FeatureName name,
    FeatureData data,
    int revision,
    boolean retired,
    String changedByName,
    Instant changedAt) {

  public FactType type() {
    return data.type();
  }

  public String unit() {
    return data.unit();
  }

  public List<String> allowedValues() {
    return data.allowedValues();
  }

  public String label(Locale locale) {
    return locale.getLanguage().equals("en") ? data.labelEn() : data.labelZh();
  }

  /** The feature as a fact a strategy declares. */
  public FactField field(boolean required) {
    return data.field(name.text(), required);
  }
}
