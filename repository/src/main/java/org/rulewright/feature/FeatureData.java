package org.rulewright.feature;

import java.util.List;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactType;

/**
 * What a form edits of a feature.
 *
 * @param unit such as CNY, % or months; empty when there is none
 * @param allowedValues as text of the type; empty when every value is allowed
 * @param owner who answers for its meaning
 * @param source where it comes from, in words
 */
public record FeatureData(
    String labelZh,
    String labelEn,
    FactType type,
    String unit,
    List<String> allowedValues,
    String owner,
    String source,
    String description) {
  private static final int LONGEST_LABEL = 200;

  public FeatureData {
    if (labelZh.isBlank() || labelZh.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException("a Chinese label has 1 to 200 characters");
    }
    if (labelEn.isBlank() || labelEn.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException("an English label has 1 to 200 characters");
    }
    allowedValues = List.copyOf(allowedValues);
    if (!AllowedValues.fit(type, allowedValues)) {
      throw new IllegalArgumentException("an allowed value is no " + type + ": " + allowedValues);
    }
  }

  public static FeatureData of(String labelZh, String labelEn, FactType type, String unit) {
    return new FeatureData(labelZh, labelEn, type, unit, List.of(), "", "", "");
  }

  FactField field(String name, boolean required) {
    return new FactField(name, type, required, AllowedValues.typed(type, allowedValues));
  }
}
