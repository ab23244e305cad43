package org.rulewright.decisionlog;

import java.time.OffsetDateTime;

/** What became of an entry that was given to the log. */
public sealed interface RecordResult {

  /** The entry is durable; only now may its answer leave. */
  record Recorded(DecisionId id, OffsetDateTime recordedAt) implements RecordResult {}

  /** The idempotency key was claimed before by the same body: the first decision is the answer. */
  record Repeated(DecisionId first) implements RecordResult {}

  /** The idempotency key was claimed before by another body. */
  record KeyReused() implements RecordResult {}

  /** The rollout changed between evaluation and commit: evaluate again. */
  record Stale() implements RecordResult {}

  /** This entry alone cannot be stored; the reason names what is wrong with it. */
  record Refused(String reason) implements RecordResult {}

  /** The database cannot be reached, so nothing may be answered. */
  record Unavailable(String reason) implements RecordResult {}
}
