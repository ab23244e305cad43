package org.rulewright.serving;

import org.jspecify.annotations.Nullable;

/** An output is not what its name promises; the strategy is at fault, not the caller. */
final class WrongOutputException extends Exception {

  private static final long serialVersionUID = 1;

  private final String output;

  WrongOutputException(String output, @Nullable Object value) {
    super("output `" + output + "` cannot be `" + value + "`");
    this.output = output;
  }

  String output() {
    return output;
  }
}
