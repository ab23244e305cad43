package org.rulewright.job;

/** Why a job failed. */
public enum JobFailure {
  /** What it works on is wrong; the error says what and how to remedy it. */
  REFUSED,
  /** Something unexpected; the log has the details. */
  ERROR,
  /** The studio stopped while it ran, and it cannot continue: start it again. */
  INTERRUPTED_BY_RESTART,
  /** This version has no such kind of job. */
  UNKNOWN_KIND
}
