package org.rulewright.decisiontree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;

/**
 * Something in a tree its author should look at; the place is the tree and the node in it.
 *
 * @param example facts that show it, by the expressions of the inputs; empty where none can
 * @param fixes changes that do away with it
 */
public record TreeFinding(
    Diagnostic diagnostic, Map<String, @Nullable Object> example, List<Fix> fixes) {

  public TreeFinding {
    example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
    fixes = List.copyOf(fixes);
  }
}
