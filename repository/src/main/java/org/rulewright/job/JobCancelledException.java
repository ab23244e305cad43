package org.rulewright.job;

/** Ends a job that somebody cancelled. */
public final class JobCancelledException extends RuntimeException {
  public JobCancelledException() {
    super("the job was cancelled");
  }
}
