package org.rulewright.decisiontable.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;

/**
 * Something that is wrong with a table.
 *
 * @param diagnostic what it is, how bad, and the place to go to
 * @param rules ids of the rules it is about, in the order of the table
 * @param example the smallest facts that show it, by input expression; empty where none are needed
 * @param fix a change that mends it, where there is one that keeps what the author meant
 */
public record Finding(
    Diagnostic diagnostic,
    List<String> rules,
    Map<String, @Nullable Object> example,
    Optional<TableFix> fix) {

  public Finding {
    rules = List.copyOf(rules);
    example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
  }

  public String code() {
    return diagnostic.code();
  }
}
