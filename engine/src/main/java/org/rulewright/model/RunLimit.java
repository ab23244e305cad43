package org.rulewright.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;

/** The options of native runs, one after another, by which a run can be told to stop. */
final class RunLimit implements AutoCloseable {

  /** No run is under way. */
  private static final long IDLE = Long.MIN_VALUE;

  /** The run under way was told to stop; these options are not used again. */
  private static final long STOPPED = Long.MIN_VALUE + 1;

  private final OrtSession.RunOptions options = new OrtSession.RunOptions();
  private final AtomicLong deadline = new AtomicLong(IDLE);
  private final WeakReference<RunLimit> watched = RunWatch.watch(this);

  RunLimit() throws OrtException {}

  OrtSession.RunOptions options() {
    return options;
  }

  void begin(long nanos) {
    deadline.set(System.nanoTime() + nanos);
  }

  void end() {
    long until = deadline.get();
    if (until != STOPPED) {
      // lost only to the watch, which then has stopped a run that had just ended
      deadline.compareAndSet(until, IDLE);
    }
  }

  /** Whether a run was told to stop, after which these options must not be used again. */
  boolean stopped() {
    return deadline.get() == STOPPED;
  }

  /** Tells the run under way to stop when its time is over; called by the watch. */
  synchronized void stopIfLate(long now) {
    long until = deadline.get();
    boolean late = until != IDLE && until != STOPPED && now - until > 0;
    if (late && deadline.compareAndSet(until, STOPPED)) {
      try {
        options.setTerminate(true);
      } catch (OrtException e) {
        throw new IllegalStateException("the runtime refuses to stop a run", e);
      }
    }
  }

  @Override
  public synchronized void close() {
    RunWatch.forget(watched);
    end();
    options.close();
  }
}
