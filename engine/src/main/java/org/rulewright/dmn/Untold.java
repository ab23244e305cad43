package org.rulewright.dmn;

/** Ends the translation of a text our compiler has no term for. */
final class Untold extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Untold() {
    super("no term of ours", null, false, false);
  }
}
