package org.rulewright.dmn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;

/**
 * Something in a model its author should look at.
 *
 * @param diagnostic what it is, how bad, and the place to go to
 * @param example the smallest facts that show it, by the expressions of the inputs; empty where
 *     none are needed or none can
 * @param fixes changes that do away with it
 */
public record ModelFinding(
    Diagnostic diagnostic, Map<String, @Nullable Object> example, List<ModelFix> fixes) {

  public ModelFinding {
    example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
    fixes = List.copyOf(fixes);
  }
}
