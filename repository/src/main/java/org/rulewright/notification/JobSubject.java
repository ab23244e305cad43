package org.rulewright.notification;

import org.rulewright.job.Job;

/**
 * Knows what jobs of one kind are about; a package with jobs offers one as a bean, so that whoever
 * started a job is led to what came of it.
 */
public interface JobSubject {

  /** The kind of job, as its handler names it. */
  String kind();

  /**
   * What came of a job.
   *
   * @param fruitful false when it ran to its end and yet everything was refused
   */
  record Yield(Thing thing, boolean fruitful) {}

  /** What a job that is done or failed was about. */
  Yield of(Job job);
}
