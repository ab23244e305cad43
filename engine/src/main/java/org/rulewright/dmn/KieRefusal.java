package org.rulewright.dmn;

/** Says that the reference engine could not take a model at all. */
final class KieRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KieRefusal(String message, Throwable cause) {
    super(message, cause);
  }

  /** The reason in the words of the engine. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
