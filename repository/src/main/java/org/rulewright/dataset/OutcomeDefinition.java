package org.rulewright.dataset;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person says of the outcome column; see {@link Outcome}. */
public record OutcomeDefinition(
    String column, Set<String> badValues, @Nullable Integer windowMonths, String description) {

  public OutcomeDefinition {
    badValues = Set.copyOf(badValues);
    if (badValues.isEmpty()) {
      throw new IllegalArgumentException("at least one value counts as bad");
    }
    if (windowMonths != null && windowMonths < 1) {
      throw new IllegalArgumentException("a window has at least one month");
    }
  }
}
