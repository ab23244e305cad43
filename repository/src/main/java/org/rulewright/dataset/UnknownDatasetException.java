package org.rulewright.dataset;

/** Thrown for a data set, snapshot or column that is not there. */
public final class UnknownDatasetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownDatasetException(String what) {
    super("there is no " + what);
  }
}
