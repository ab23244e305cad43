package org.rulewright.job;

/** Thrown by a handler whose job cannot be done as asked; the message is shown to the person. */
public final class JobRefusedException extends RuntimeException {
  public JobRefusedException(String message) {
    super(message);
  }
}
