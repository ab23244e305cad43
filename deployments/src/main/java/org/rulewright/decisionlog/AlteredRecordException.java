package org.rulewright.decisionlog;

/** The payload of a record is not what was written: somebody altered it. */
public final class AlteredRecordException extends RuntimeException {

  private static final long serialVersionUID = 1;

  AlteredRecordException(DecisionId id, Throwable cause) {
    super("the payload of decision " + id + " was altered after it was recorded", cause);
  }
}
