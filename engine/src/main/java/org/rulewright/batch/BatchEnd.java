package org.rulewright.batch;

/** How a batch of chunks ended; what was handed over before stands in every case. */
public sealed interface BatchEnd {

  /** How many rows were decided and handed over. */
  long rows();

  /** There were no more chunks. */
  record Finished(long rows) implements BatchEnd {}

  /** It was called off. */
  record Cancelled(long rows) implements BatchEnd {}

  /** Its time was over. */
  record TimedOut(long rows) implements BatchEnd {}
}
