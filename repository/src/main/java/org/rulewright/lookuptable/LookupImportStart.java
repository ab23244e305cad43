package org.rulewright.lookuptable;

import org.rulewright.job.JobId;

/** What became of the wish to import a look-up table. */
public sealed interface LookupImportStart {

  /** It is read in the background. */
  record Begun(JobId job) implements LookupImportStart {}

  record Refused(LookupRefusal refusal) implements LookupImportStart {}
}
