package org.rulewright.asset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.decision.Diagnostic;

/**
 * A revision about to become the head.
 *
 * @param derivedFrom the revision its content was made from: its authors are authors of this too
 * @param side the side revision whose content it takes
 */
record NextRevision(
    StrategyKey strategy,
    long number,
    RevisionKind kind,
    StrategyContent content,
    List<Diagnostic> diagnostics,
    Source source,
    Steps steps) {

  /** Who writes it, and from where. */
  record Source(
      Actor by, String session, String summary, @Nullable Long derivedFrom, @Nullable Long side) {}

  /** Where undo and redo lead from it. */
  record Steps(@Nullable Long undoTo, @Nullable Long redoTo) {}
}
