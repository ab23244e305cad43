package org.rulewright.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisionlog.DecisionPayload;
import org.rulewright.decisionlog.DecisionRecord;

/** A record as it would be had a model given another score. */
final class AlteredScore {

  private AlteredScore() {}

  static DecisionRecord of(DecisionRecord record, String name, String output, String value) {
    var payload = Objects.requireNonNull(record.payload());
    Map<String, @Nullable Object> scores = new LinkedHashMap<>(payload.scores());
    Map<String, @Nullable Object> score = copy(scores.get(name));
    Map<String, @Nullable Object> outputs = copy(score.get("outputs"));
    outputs.put(output, new BigDecimal(value));
    score.put("outputs", outputs);
    scores.put(name, score);
    var altered =
        new DecisionPayload(
            payload.subject(),
            payload.asOf(),
            payload.language(),
            payload.explained(),
            payload.facts(),
            payload.outputs(),
            payload.reasons(),
            payload.trace(),
            payload.problems(),
            scores,
            payload.lookups());
    return new DecisionRecord(record.summary(), altered, record.chain());
  }

  private static Map<String, @Nullable Object> copy(@Nullable Object map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(map))
        .forEach((key, it) -> copy.put(String.valueOf(key), it));
    return copy;
  }
}
