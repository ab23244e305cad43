package org.rulewright.dmn;

/** Ends the compilation of a boxed expression that is the reference engine's as a whole. */
final class BeyondOurs extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BeyondOurs() {
    super("beyond our compiler", null, false, false);
  }
}
