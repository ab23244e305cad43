package org.rulewright.job;

/** Where a job is. */
public enum JobState {
  /** Waits for its turn. */
  QUEUED,
  /** Works. */
  RUNNING,
  /** Ended with a result. */
  DONE,
  /** Ended with an error; {@link Job#failure()} says of what kind. */
  FAILED,
  /** Ended because somebody asked it to. */
  CANCELLED;

  public boolean ended() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}
