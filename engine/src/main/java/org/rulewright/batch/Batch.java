package org.rulewright.batch;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.ColumnarDecision;
import org.rulewright.decision.Decision;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;

/**
 * Decides on many rows with all processors.
 *
 * <p>Every row gets the outcome it would get alone, trace included. A decision that is no {@link
 * ColumnarDecision} is made row by row.
 */
public final class Batch {

  /** So few rows that the processors end together, so many that handing them out costs nothing. */
  private static final int SHARE = 16_384;

  private final int threads;

  private Batch(int threads) {
    this.threads = threads;
  }

  /** Uses every processor of the machine. */
  public static Batch onAllProcessors() {
    return new Batch(Runtime.getRuntime().availableProcessors());
  }

  /** Uses so many threads. */
  public static Batch on(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads);
    }
    return new Batch(threads);
  }

  /**
   * Decides on every row, in the order of the rows.
   *
   * @param asOf what {@code now()} and {@code today()} return, the same for all rows
   * @param traced whether the outcomes carry their traces
   * @throws InterruptedException if this thread is interrupted; what was decided is then lost
   */
  public List<Outcome> evaluate(
      Decision decision, FactColumns facts, OffsetDateTime asOf, boolean traced)
      throws InterruptedException {
    List<Callable<Outcome[]>> shares =
        IntStream.iterate(0, from -> from < facts.rows(), from -> from + SHARE)
            .<Callable<Outcome[]>>mapToObj(from -> () -> share(decision, facts, from, asOf, traced))
            .toList();
    Outcome[] all = new Outcome[facts.rows()];
    if (threads == 1 || shares.size() <= 1) {
      decide(decision, facts, 0, facts.rows(), asOf, traced, all);
      return Arrays.asList(all);
    }
    try (var pool = Executors.newFixedThreadPool(Math.min(threads, shares.size()))) {
      List<Future<Outcome[]>> done = pool.invokeAll(shares);
      for (int i = 0; i < done.size(); i++) {
        put(done.get(i).get(), all, i * SHARE);
      }
      return Arrays.asList(all);
    } catch (ExecutionException e) {
      throw bug(e);
    }
  }

  /**
   * Decides chunk after chunk and hands the outcomes over on this thread, in order; no more chunks
   * are in memory than there are threads, and two.
   *
   * <p>A row that fails has an outcome like any other. A decision that throws is a bug and ends the
   * batch, as it would end a single evaluation.
   *
   * @param chunks asked for on this thread, each when there is room for it
   * @param asOf what {@code now()} and {@code today()} return, the same for all rows
   * @param traced whether the outcomes carry their traces
   * @throws InterruptedException if this thread is interrupted; what was handed over stands
   */
  public BatchEnd evaluate(
      Decision decision,
      Iterator<FactColumns> chunks,
      OffsetDateTime asOf,
      boolean traced,
      BatchLimits limits,
      ChunkSink sink)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      return new ChunkRun(decision, asOf, traced, limits).run(chunks, sink, threads, pool);
    } catch (ExecutionException e) {
      throw bug(e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** A bug in a decision is thrown here as it would be by a single evaluation. */
  private static RuntimeException bug(ExecutionException e) {
    return e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
  }

  private static void put(Outcome[] share, Outcome[] all, int from) {
    System.arraycopy(share, 0, all, from, share.length);
  }

  private static Outcome[] share(
      Decision decision, FactColumns facts, int from, OffsetDateTime asOf, boolean traced) {
    int to = Math.min(facts.rows(), from + SHARE);
    Outcome[] outcomes = new Outcome[to - from];
    decide(decision, facts, from, to, asOf, traced, outcomes);
    return outcomes;
  }

  static void decide(
      Decision decision,
      FactColumns facts,
      int from,
      int to,
      OffsetDateTime asOf,
      boolean traced,
      @Nullable Outcome[] outcomes) {
    if (decision instanceof ColumnarDecision columnar) {
      columnar.evaluate(facts, from, to, asOf, traced, outcomes);
      return;
    }
    for (int row = from; row < to; row++) {
      outcomes[row - from] = decision.evaluate(Facts.over(facts.row(row)), asOf, traced);
    }
  }
}
