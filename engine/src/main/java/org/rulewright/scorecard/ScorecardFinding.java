package org.rulewright.scorecard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;

/**
 * Something in a scorecard its author should look at; the place is the characteristic and the bin.
 *
 * @param example facts that show it, by input; empty where none can
 * @param fixes changes that do away with it
 */
public record ScorecardFinding(
    Diagnostic diagnostic, Map<String, @Nullable Object> example, List<Fix> fixes) {

  public ScorecardFinding {
    example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
    fixes = List.copyOf(fixes);
  }
}
