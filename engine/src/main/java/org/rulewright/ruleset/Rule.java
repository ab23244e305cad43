package org.rulewright.ruleset;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When all of these hold, then this severity for this reason.
 *
 * @param id unique in the whole model, and fit to be an id of XML
 * @param when in the order of the sentence; a rule without any always holds
 * @param severity one of the set's; another one, or none, is an error that {@link RuleSetCheck}
 *     finds
 * @param reasonCode of the strategy's contract; empty where the author has not said it yet
 * @param message for those who work on the case, or empty
 * @param from the first day it is in force, null where it always was
 * @param to the last day it is in force, null where that is open
 * @param enabled false for one that is kept but decides nothing
 */
public record Rule(
    String id,
    List<Condition> when,
    String severity,
    String reasonCode,
    String message,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    boolean enabled) {

  public Rule {
    when = List.copyOf(when);
    severity = severity.strip();
    reasonCode = reasonCode.strip();
    message = message.strip();
    if (id.isBlank()) {
      throw new IllegalArgumentException("a rule needs an id");
    }
  }

  /** A rule that is enabled and always in force. */
  public static Rule of(String id, String severity, String reasonCode, Condition... when) {
    return new Rule(id, List.of(when), severity, reasonCode, "", null, null, true);
  }

  /** Whether it is not in force on some days. */
  public boolean isDated() {
    return from != null || to != null;
  }

  /** The same rule, or one that decides nothing. */
  public Rule enabled(boolean now) {
    return new Rule(id, when, severity, reasonCode, message, from, to, now);
  }
}
