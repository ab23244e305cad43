package org.rulewright.decisionlog;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;

/** The columns of a decision that are kept in clear. */
public record DecisionSummary(
    DecisionId id,
    OffsetDateTime asOf,
    OffsetDateTime recordedAt,
    DecisionPlace place,
    String channel,
    @Nullable String reference,
    Actor askedBy,
    Duration latency,
    Headline headline) {}
