package org.rulewright.dataset.snapshot;

/** Thrown when DuckDB fails on a statement of ours: a bug, a full disk or a damaged file. */
public final class SnapshotFailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SnapshotFailureException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
