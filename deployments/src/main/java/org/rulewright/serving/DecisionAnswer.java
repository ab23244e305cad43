package org.rulewright.serving;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.decisionlog.DecisionPayload;
import org.rulewright.decisionlog.DecisionPlace;
import org.rulewright.decisionlog.RecordedStep;
import org.rulewright.decisionlog.SentReason;

/**
 * An answer that may leave: its record is durable.
 *
 * @param explanation the steps with the rules that matched; null unless they were asked for
 */
public record DecisionAnswer(
    DecisionId id,
    @Nullable String verdict,
    Map<String, @Nullable Object> outputs,
    List<SentReason> reasons,
    String release,
    String arm,
    OffsetDateTime asOf,
    OffsetDateTime recordedAt,
    @Nullable List<RecordedStep> explanation) {

  /** Made from nothing but what is recorded, so that it can be given again word for word. */
  static DecisionAnswer of(
      DecisionId id,
      @Nullable String verdict,
      DecisionPlace place,
      DecisionPayload payload,
      OffsetDateTime recordedAt) {
    return new DecisionAnswer(
        id,
        verdict,
        payload.outputs(),
        payload.reasons(),
        place.releaseDigest(),
        place.arm(),
        OffsetDateTime.parse(payload.asOf()),
        recordedAt,
        payload.explained() ? payload.trace() : null);
  }
}
