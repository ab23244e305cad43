package org.rulewright.model;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stops native runs that take too long.
 *
 * <p>A run in the native runtime cannot be interrupted by its own thread, and handing each run to
 * another thread would cost more than the run. So one daemon thread looks at all runs under way,
 * some fifty times a second; what it costs a run is two writes to memory.
 */
final class RunWatch {

  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Set<WeakReference<RunLimit>> RUNS = ConcurrentHashMap.newKeySet();
  private static @Nullable Thread watcher;

  private RunWatch() {}

  static WeakReference<RunLimit> watch(RunLimit run) {
    var reference = new WeakReference<>(run);
    RUNS.add(reference);
    start();
    return reference;
  }

  static void forget(WeakReference<RunLimit> reference) {
    RUNS.remove(reference);
  }

  private static synchronized void start() {
    if (watcher == null) {
      watcher = Thread.ofPlatform().daemon().name("model-run-watch").start(RunWatch::look);
    }
  }

  /** Ends when there is nothing left to watch; the next run starts it anew. */
  private static synchronized boolean finished() {
    if (RUNS.isEmpty()) {
      watcher = null;
      return true;
    }
    return false;
  }

  private static void look() {
    while (!finished()) {
      long now = System.nanoTime();
      for (var reference : RUNS) {
        var run = reference.get();
        if (run == null) {
          RUNS.remove(reference);
        } else {
          run.stopIfLate(now);
        }
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        // nobody but the end of the process has a reason to; the runs are watched on
        continue;
      }
    }
  }
}
