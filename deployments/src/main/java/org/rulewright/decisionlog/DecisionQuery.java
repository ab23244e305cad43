package org.rulewright.decisionlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are looked for; every part that is null matches all.
 *
 * @param from decisions made at or after this moment
 * @param to decisions made before this moment
 * @param release the release's digest, or its beginning of at least 8 characters
 */
public record DecisionQuery(
    @Nullable String subject,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String verdict,
    @Nullable String reasonCode,
    @Nullable String release,
    @Nullable String environment,
    @Nullable String strategy,
    @Nullable String channel,
    @Nullable String reference) {

  /** Every decision there is. */
  public static final DecisionQuery ALL =
      new DecisionQuery(null, null, null, null, null, null, null, null, null, null);

  public DecisionQuery withSubject(@Nullable String wanted) {
    return new DecisionQuery(
        wanted, from, to, verdict, reasonCode, release, environment, strategy, channel, reference);
  }

  public DecisionQuery between(@Nullable Instant first, @Nullable Instant end) {
    return new DecisionQuery(
        subject,
        first,
        end,
        verdict,
        reasonCode,
        release,
        environment,
        strategy,
        channel,
        reference);
  }

  public DecisionQuery withVerdict(@Nullable String wanted) {
    return new DecisionQuery(
        subject, from, to, wanted, reasonCode, release, environment, strategy, channel, reference);
  }

  public DecisionQuery withReasonCode(@Nullable String wanted) {
    return new DecisionQuery(
        subject, from, to, verdict, wanted, release, environment, strategy, channel, reference);
  }

  public DecisionQuery withRelease(@Nullable String wanted) {
    return new DecisionQuery(
        subject, from, to, verdict, reasonCode, wanted, environment, strategy, channel, reference);
  }

  public DecisionQuery of(@Nullable String inEnvironment, @Nullable String ofStrategy) {
    return new DecisionQuery(
        subject,
        from,
        to,
        verdict,
        reasonCode,
        release,
        inEnvironment,
        ofStrategy,
        channel,
        reference);
  }

  public DecisionQuery withChannel(@Nullable String wanted) {
    return new DecisionQuery(
        subject, from, to, verdict, reasonCode, release, environment, strategy, wanted, reference);
  }

  public DecisionQuery withReference(@Nullable String wanted) {
    return new DecisionQuery(
        subject, from, to, verdict, reasonCode, release, environment, strategy, channel, wanted);
  }
}
