package org.rulewright.dmn;

import org.jspecify.annotations.Nullable;

/** Says that Camunda could not read or evaluate a decision. */
final class CamundaRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CamundaRefusal(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The reason in the words of the engine. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
