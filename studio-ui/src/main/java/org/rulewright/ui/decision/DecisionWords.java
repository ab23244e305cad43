package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/** Verdicts as people say them; a verdict that is none of the three is shown as it is. */
final class DecisionWords {
  private static final Set<String> KNOWN = Set.of("APPROVE", "DECLINE", "REFER");

  private DecisionWords() {}

  static String verdict(@Nullable String verdict) {
    if (verdict == null) {
      return tr("decision.verdict.none");
    }
    return KNOWN.contains(verdict) ? tr("decision.verdict." + verdict) : verdict;
  }

  static StatusBadge badge(@Nullable String verdict) {
    return new StatusBadge(verdict(verdict), tone(verdict));
  }

  private static Tone tone(@Nullable String verdict) {
    return switch (verdict) {
      case "APPROVE" -> Tone.GOOD;
      case "DECLINE" -> Tone.BAD;
      case "REFER" -> Tone.WARNING;
      case null, default -> Tone.NEUTRAL;
    };
  }
}
