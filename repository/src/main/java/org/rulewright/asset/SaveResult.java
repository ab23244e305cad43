package org.rulewright.asset;

import org.jspecify.annotations.Nullable;

/** What became of a save, an undo or a redo; in no case is anything lost. */
public sealed interface SaveResult {

  /** It is the head now. */
  record Saved(DraftRevision revision) implements SaveResult {}

  /**
   * Somebody else saved in between; the draft is theirs, and what was sent is kept beside it.
   *
   * @param theirs the head
   * @param theirName who wrote the head
   * @param mine what was sent; absent for an undo or redo, which sends nothing
   */
  record Conflict(DraftRevision theirs, String theirName, @Nullable SideRevision mine)
      implements SaveResult {}

  /**
   * It cannot be a draft; the draft is as it was.
   *
   * @param kept what was sent, for the author to fetch; absent if nothing was sent or it was too
   *     large to keep
   */
  record Refused(Refusal refusal, @Nullable SideRevision kept) implements SaveResult {}
}
