package org.rulewright.decisionlog;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;

/**
 * One decision, evaluated and about to be recorded.
 *
 * @param reference the caller's own name for the case, if it gave one
 * @param latency from the arrival of the request to the end of the evaluation
 * @param claim the idempotency key to be claimed with the record, if the caller gave one
 * @param epoch the rollout epoch the record depends on; null where no rollout chose the release
 */
public record DecisionEntry(
    DecisionId id,
    OffsetDateTime asOf,
    DecisionPlace place,
    String channel,
    @Nullable String reference,
    Actor askedBy,
    Duration latency,
    Headline headline,
    DecisionPayload payload,
    @Nullable IdempotencyClaim claim,
    @Nullable EpochStamp epoch) {}
