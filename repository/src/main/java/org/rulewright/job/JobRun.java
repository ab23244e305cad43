package org.rulewright.job;

import org.rulewright.audit.Actor;

/** One run of a job, as its handler sees it. */
public interface JobRun {

  JobId id();

  /** JSON, as submitted. */
  String parameters();

  /** Who asked for it. */
  Actor submittedBy();

  /** Cheap: call it as often as there is something new; ends the job when it was cancelled. */
  void progress(long done, long total, String message);

  /** Throws when the job was cancelled; call it where a long piece of work can be left. */
  void checkCancelled();

  /** Runs when the job is cancelled, to stop work that does not look, such as a query. */
  void onCancel(Runnable stop);
}
