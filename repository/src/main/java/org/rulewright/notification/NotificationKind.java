package org.rulewright.notification;

/** What a notification says; names are stored, so none is ever renamed or removed. */
public enum NotificationKind {
  /** A job of one's own brought what it was started for. */
  JOB_DONE(false),
  /** A job of one's own ran to its end, but what it worked on was refused. */
  JOB_FRUITLESS(false),
  /** A job of one's own failed. */
  JOB_FAILED(false),
  /** There is a version that can be released. */
  VERSION_CREATED(false),
  /** Another version runs in an environment. */
  RELEASED(false),
  /** An environment went back to the release before. */
  RELEASE_TAKEN_BACK(false),
  /** One's save met somebody else's, and waits beside the draft for a decision. */
  DRAFT_SET_ASIDE(true),
  /** Somebody put their save over one's own. */
  DRAFT_REPLACED(false),
  /** A key one made lets nobody in any more. */
  KEY_REVOKED(false),
  /** One's own roles are others now. */
  ROLES_CHANGED(false),
  /** A recorded decision is not what was written. */
  DECISION_ALTERED(true),
  /** The record of decisions as a whole is not what was written. */
  DECISION_LOG_BROKEN(true);

  private final boolean oncePerThing;

  NotificationKind(boolean oncePerThing) {
    this.oncePerThing = oncePerThing;
  }

  /** Whether an unseen one is enough for a thing: an autosave may meet the same trouble often. */
  boolean oncePerThing() {
    return oncePerThing;
  }
}
