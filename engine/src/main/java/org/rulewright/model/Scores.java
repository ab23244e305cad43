package org.rulewright.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;

/** Makes scores of what a model's library gave; a number that is none is never a score. */
final class Scores {

  private Scores() {}

  static ModelScore failed(String code, String... arguments) {
    return new ModelScore.Failed(List.of(Diagnostic.error(code, Place.NOWHERE, arguments)));
  }

  static ModelScore of(List<ModelOutput> outputs, List<RawColumn> columns, int row) {
    Map<String, @Nullable Object> values = LinkedHashMap.newLinkedHashMap(outputs.size());
    List<Diagnostic> problems = null;
    for (int i = 0; i < outputs.size(); i++) {
      var output = outputs.get(i);
      var value = columns.get(i).value(row);
      if (value == null && output.required()) {
        problems = problems == null ? new ArrayList<>() : problems;
        problems.add(missing(output));
      }
      values.put(output.name(), value);
    }
    return problems == null
        ? new ModelScore.Scored(Collections.unmodifiableMap(values))
        : new ModelScore.Failed(problems);
  }

  private static Diagnostic missing(ModelOutput output) {
    var code = output.type() == FactType.NUMBER ? "model.no-number" : "model.no-value";
    return Diagnostic.error(code, Place.of(output.name()), output.name());
  }
}
