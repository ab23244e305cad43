package org.rulewright.serving;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who holds something, and lets it go with the last; who made it is the first. */
final class Holders {

  private final AtomicInteger count = new AtomicInteger(1);
  private final Runnable letGo;

  Holders(Runnable letGo) {
    this.letGo = letGo;
  }

  /** Holds it too; false when nobody holds it any more and it has been let go. */
  boolean hold() {
    while (true) {
      int now = count.get();
      if (now == 0) {
        return false;
      }
      if (count.compareAndSet(now, now + 1)) {
        return true;
      }
    }
  }

  /** Called once by each who holds it. */
  void leave() {
    if (count.decrementAndGet() == 0) {
      letGo.run();
    }
  }
}
