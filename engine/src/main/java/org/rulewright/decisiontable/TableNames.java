package org.rulewright.decisiontable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;

/** The names a trace or a message needs. */
record TableNames(DecisionKind kind, String id, String name, String[] rules) {

  static TableNames of(TableDefinition definition) {
    return of(DecisionKind.DECISION_TABLE, definition);
  }

  static TableNames of(DecisionKind kind, TableDefinition definition) {
    return new TableNames(
        kind,
        definition.id(),
        definition.name(),
        definition.rules().stream().map(TableRule::id).toArray(String[]::new));
  }

  Trace trace(int[] hits, @Nullable Object value) {
    List<String> ids = Arrays.stream(hits).mapToObj(hit -> rules[hit]).toList();
    return Trace.of(new TraceStep(id, name, kind, ids, value, false));
  }

  /** The rows as the author counts them, from one. */
  static String rows(int[] hits) {
    return Arrays.stream(hits)
        .mapToObj(hit -> String.valueOf(hit + 1))
        .collect(Collectors.joining(", "));
  }
}
