package org.rulewright.model;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Counts who uses something that must be released, and releases it after the last. */
final class Uses {

  private final AtomicLong count = new AtomicLong(1);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Runnable release;

  Uses(Runnable release) {
    this.release = release;
  }

  void begin() {
    while (true) {
      long uses = count.get();
      if (uses == 0 || closed.get()) {
        throw new IllegalStateException("the model is closed");
      }
      if (count.compareAndSet(uses, uses + 1)) {
        return;
      }
    }
  }

  void end() {
    if (count.decrementAndGet() == 0) {
      release.run();
    }
  }

  void close() {
    if (closed.compareAndSet(false, true)) {
      end();
    }
  }
}
