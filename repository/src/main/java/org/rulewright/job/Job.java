package org.rulewright.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;

/**
 * A job as it is now.
 *
 * @param progress from 0 to 1
 * @param done how many of {@code total} units, whose meaning the handler knows
 * @param total 0 while unknown
 * @param result JSON, when it is done
 * @param error for a person, when it failed
 * @param remaining the estimate, while it runs and there is enough to go by
 */
public record Job(
    JobId id,
    String kind,
    String title,
    JobState state,
    double progress,
    long done,
    long total,
    String message,
    String parameters,
    @Nullable String result,
    @Nullable String error,
    @Nullable JobFailure failure,
    Actor submittedBy,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Duration remaining) {}
