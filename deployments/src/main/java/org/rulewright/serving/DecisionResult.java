package org.rulewright.serving;

import java.util.List;
import org.rulewright.decision.Diagnostic;

/** What became of a request for a decision. */
public sealed interface DecisionResult {

  /** Decided and durably recorded. */
  record Answered(DecisionAnswer answer) implements DecisionResult {}

  /** Facts are wrong: one problem for each. Nothing was decided. */
  record FactsRefused(List<Diagnostic> problems) implements DecisionResult {

    public FactsRefused {
      problems = List.copyOf(problems);
    }
  }

  /** Nothing of this strategy is released in this environment. */
  record NotReleased() implements DecisionResult {}

  /** The idempotency key was used with another body before. */
  record KeyReused() implements DecisionResult {}

  /** The first answer to this idempotency key can no longer be read: its subject was erased. */
  record AnswerErased() implements DecisionResult {}

  /** The decision holds something that cannot be recorded, so it was not answered. */
  record Unrecordable(String reason) implements DecisionResult {}

  /** The record could not be made durable, so nothing was answered; asking again is safe. */
  record Unavailable(String reason) implements DecisionResult {}
}
