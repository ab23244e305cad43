package org.rulewright.dataset.sql;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops a statement when its time is over or somebody cancels it. */
final class Watch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Watch.class.getName());
  private static final long LOOK_MILLIS = 50;

  private final Statement statement;
  private final Duration limit;
  private final Cancellation cancellation;
  private final long deadline;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean late;

  private Watch(Statement statement, Duration limit, Cancellation cancellation) {
    this.statement = statement;
    this.limit = limit;
    this.cancellation = cancellation;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  static Watch start(Statement statement, Duration limit, Cancellation cancellation) {
    var watch = new Watch(statement, limit, cancellation);
    Thread.ofVirtual().name("sql-watch").start(watch::waitForEnd);
    return watch;
  }

  /** A stop can fall between two statements and be lost, so it is repeated until it is heard. */
  private void waitForEnd() {
    try {
      while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        late = System.nanoTime() - deadline > 0;
        if (late || cancellation.isCancelled()) {
          stop();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void stop() {
    try {
      if (ended.getCount() > 0) {
        statement.cancel();
      }
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "statement ended before it could be stopped", e);
    }
  }

  boolean isLate() {
    return late;
  }

  String limit() {
    return Long.toString(limit.toSeconds());
  }

  @Override
  public synchronized void close() {
    ended.countDown();
  }
}
