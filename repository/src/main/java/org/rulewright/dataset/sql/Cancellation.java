package org.rulewright.dataset.sql;

/** Lets another thread stop a SELECT at any moment, before it began too. */
public final class Cancellation {
  private volatile boolean cancelled;

  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }
}
