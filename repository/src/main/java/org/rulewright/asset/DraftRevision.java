package org.rulewright.asset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Severity;

/**
 * One state of a strategy's draft; the one with the highest number is the head.
 *
 * @param number counts from 1 in each strategy
 * @param diagnostics what was wrong with it when it was saved
 * @param undoTo the revision whose content an undo brings back; absent at the beginning
 * @param redoTo the revision whose content a redo brings back; absent unless something was undone
 */
public record DraftRevision(
    StrategyKey strategy,
    long number,
    RevisionKind kind,
    StrategyContent content,
    List<Diagnostic> diagnostics,
    Saving saving,
    @Nullable Long undoTo,
    @Nullable Long redoTo) {

  public DraftRevision {
    diagnostics = List.copyOf(diagnostics);
  }

  DraftRevision with(List<Diagnostic> found) {
    return new DraftRevision(strategy, number, kind, content, found, saving, undoTo, redoTo);
  }

  public byte[] dmn() {
    return content.dmn();
  }

  public StrategyContract contract() {
    return content.contract();
  }

  public boolean canUndo() {
    return undoTo != null;
  }

  public boolean canRedo() {
    return redoTo != null;
  }

  /** Returns the diagnostics that keep a version from being made. */
  public List<Diagnostic> errors() {
    return diagnostics.stream().filter(found -> found.severity() == Severity.ERROR).toList();
  }
}
