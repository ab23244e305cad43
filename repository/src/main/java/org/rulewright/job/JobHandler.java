package org.rulewright.job;

/** Does one kind of job; every bean of this type is found by its kind. */
public interface JobHandler {

  /** Stored with each job, so never renamed. */
  String kind();

  /**
   * Whether a job that a restart interrupted is run again from its parameters; then running one
   * twice must be harmless.
   */
  boolean resumable();

  /** Does the work and returns the result as JSON. */
  String run(JobRun run) throws Exception;
}
