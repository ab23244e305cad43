package org.rulewright.batch;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Decision;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.Outcome;

/** One batch of chunks under way: a few are being decided while the first is handed over. */
final class ChunkRun {

  /** So few rows between two looks at the limits. */
  private static final int STRETCH = 4_096;

  private final Decision decision;
  private final OffsetDateTime asOf;
  private final boolean traced;
  private final BatchLimits limits;
  private final long begun = System.nanoTime();

  ChunkRun(Decision decision, OffsetDateTime asOf, boolean traced, BatchLimits limits) {
    this.decision = decision;
    this.asOf = asOf;
    this.traced = traced;
    this.limits = limits;
  }

  /** A chunk that is being decided; its outcomes are null where a limit was met. */
  private record UnderWay(FactColumns chunk, Future<@Nullable Outcome @Nullable []> outcomes) {}

  BatchEnd run(Iterator<FactColumns> chunks, ChunkSink sink, int threads, ExecutorService pool)
      throws InterruptedException, ExecutionException {
    Deque<UnderWay> underWay = new ArrayDeque<>();
    long rows = 0;
    while (!isOver()) {
      while (underWay.size() <= threads && chunks.hasNext()) {
        FactColumns chunk = chunks.next();
        underWay.add(new UnderWay(chunk, pool.submit(() -> decide(chunk))));
      }
      if (underWay.isEmpty()) {
        return new BatchEnd.Finished(rows);
      }
      UnderWay first = underWay.remove();
      @Nullable Outcome @Nullable [] outcomes = first.outcomes().get();
      if (outcomes == null) {
        break;
      }
      sink.take(first.chunk(), Arrays.asList(outcomes));
      rows += outcomes.length;
    }
    return limits.cancelled().getAsBoolean()
        ? new BatchEnd.Cancelled(rows)
        : new BatchEnd.TimedOut(rows);
  }

  private @Nullable Outcome @Nullable [] decide(FactColumns chunk) {
    @Nullable Outcome[] all = new Outcome[chunk.rows()];
    for (int from = 0; from < all.length; from += STRETCH) {
      if (isOver()) {
        return null;
      }
      int to = Math.min(all.length, from + STRETCH);
      @Nullable Outcome[] some = new Outcome[to - from];
      Batch.decide(decision, chunk, from, to, asOf, traced, some);
      System.arraycopy(some, 0, all, from, some.length);
    }
    return all;
  }

  private boolean isOver() {
    return limits.cancelled().getAsBoolean()
        || System.nanoTime() - begun > limits.time().toNanos()
        || Thread.currentThread().isInterrupted();
  }
}
