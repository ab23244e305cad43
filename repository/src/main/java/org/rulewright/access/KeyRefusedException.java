package org.rulewright.access;

/** A key was asked for that must not exist; forms offer only what is allowed. */
public final class KeyRefusedException extends RuntimeException {

  private final AccessRefusal reason;

  KeyRefusedException(AccessRefusal reason) {
    super("the key was refused: " + reason);
    this.reason = reason;
  }

  public AccessRefusal reason() {
    return reason;
  }
}
