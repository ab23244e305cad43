package org.rulewright.asset;

/** How a revision of a draft came about. */
public enum RevisionKind {
  /** The first one of a new strategy. */
  CREATED,
  /** Written by an editor. */
  SAVED,
  /** Read from a file. */
  IMPORTED,
  /** The content before the last edit, again. */
  UNDONE,
  /** The content before the last undo, again. */
  REDONE,
  /** The content of any earlier revision, again. */
  RESTORED,
  /** The content of a refused save, taken over the head it was in conflict with. */
  TAKEN
}
