package org.rulewright.model;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Gives loading a time of its own.
 *
 * <p>Neither library can be interrupted while it loads. One that takes too long is left to end on
 * its own thread, and what it then made is released.
 */
final class LoadTime {

  /** Readers of nested models call themselves; this is far more than the nesting allowed needs. */
  private static final long STACK_BYTES = 16L << 20;

  private LoadTime() {}

  static <T> T within(Duration limit, Callable<T> loading, Consumer<T> release)
      throws TimeoutException, ExecutionException {
    var task = new FutureTask<>(loading);
    Thread.ofPlatform().daemon().name("model-load").stackSize(STACK_BYTES).start(task);
    boolean interrupted = false;
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (true) {
        try {
          return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (TimeoutException e) {
          Thread.ofPlatform()
              .daemon()
              .name("model-release")
              .start(() -> releaseLate(task, release));
          throw e;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static <T> void releaseLate(FutureTask<T> task, Consumer<T> release) {
    try {
      release.accept(task.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // it failed after all: there is nothing to release
      return;
    }
  }
}
