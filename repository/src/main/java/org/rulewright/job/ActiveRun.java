package org.rulewright.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rulewright.audit.Actor;

/** A run that is going on in this process. */
final class ActiveRun implements JobRun {

  /** Progress is written at most this often. */
  private static final long EVERY = Duration.ofMillis(250).toNanos();

  private final Job job;
  private final JobStore store;
  private final List<Runnable> stops = new ArrayList<>();
  private volatile boolean cancelled;
  private long written = System.nanoTime() - EVERY;

  ActiveRun(Job job, JobStore store) {
    this.job = job;
    this.store = store;
  }

  @Override
  public JobId id() {
    return job.id();
  }

  @Override
  public String parameters() {
    return job.parameters();
  }

  @Override
  public Actor submittedBy() {
    return job.submittedBy();
  }

  @Override
  public synchronized void progress(long done, long total, String message) {
    checkCancelled();
    var now = System.nanoTime();
    if (now - written >= EVERY || done == total) {
      written = now;
      store.progress(job.id(), done, total, message.replace('\0', '\uFFFD'));
    }
  }

  @Override
  public void checkCancelled() {
    if (cancelled) {
      throw new JobCancelledException();
    }
  }

  @Override
  public void onCancel(Runnable stop) {
    synchronized (stops) {
      if (!cancelled) {
        stops.add(stop);
        return;
      }
    }
    stop.run();
  }

  boolean isCancelled() {
    return cancelled;
  }

  void cancel() {
    List<Runnable> waiting;
    synchronized (stops) {
      cancelled = true;
      waiting = List.copyOf(stops);
      stops.clear();
    }
    waiting.forEach(Runnable::run);
  }
}
