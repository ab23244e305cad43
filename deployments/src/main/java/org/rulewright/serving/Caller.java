package org.rulewright.serving;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.decisionlog.IdempotencyClaim;

/**
 * Who asks, and how.
 *
 * @param language the language of the reasons: Chinese unless English is asked for
 * @param claim the idempotency key with the body it came with, if there was one
 * @param arrival {@link System#nanoTime()} when the request arrived
 */
public record Caller(Actor actor, Locale language, @Nullable IdempotencyClaim claim, long arrival) {

  /** A caller without an idempotency key whose request arrives now. */
  public static Caller of(Actor actor, Locale language) {
    return new Caller(actor, language, null, System.nanoTime());
  }
}
