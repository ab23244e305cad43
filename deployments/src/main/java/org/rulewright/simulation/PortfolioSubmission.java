package org.rulewright.simulation;

import org.rulewright.job.JobId;

/** What became of the wish for a portfolio run. */
public sealed interface PortfolioSubmission {

  /** It waits or runs. */
  record Accepted(PortfolioRunId run, JobId job) implements PortfolioSubmission {}

  /** It cannot run. */
  record Refused(Why why) implements PortfolioSubmission {}

  /** Why a run cannot begin. */
  enum Why {
    /** Nothing of this strategy is released in this environment. */
    NOT_RELEASED,
    /** There is no such data set. */
    NO_DATASET,
    /** The data set has no rows yet. */
    NO_SNAPSHOT,
    /** The data set has no column of the name given for the subject. */
    NO_SUBJECT_COLUMN,
    /** No column of the data set has the name of a feature that the strategy takes. */
    NO_FEATURE
  }
}
