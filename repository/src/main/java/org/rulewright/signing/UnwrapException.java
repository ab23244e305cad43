package org.rulewright.signing;

/** A wrapped key is not one of this installation, or was changed. */
public final class UnwrapException extends Exception {
  UnwrapException(Throwable cause) {
    super("the key was not wrapped by this installation, or was changed", cause);
  }
}
