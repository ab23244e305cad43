package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.Running;

/**
 * One evaluation that is running: its clock, and what it may still spend.
 *
 * <p>The reference engine has no limits of its own, so an expression such as {@code for i in
 * 1..10**9 return i} would hold its thread, and the memory, for as long as it likes. Nodes put into
 * its syntax trees ask here before every turn of a loop and after everything that can grow.
 */
final class Evaluation implements Running {

  // hides the wider one of Running, which is bound with it
  static final ScopedValue<Evaluation> CURRENT = ScopedValue.newInstance();

  private static final int STEPS = 1_000_000;
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_LIST = 200_000;
  private static final int CLOCK_EVERY = 64;
  private static final long RESERVE = java.time.Duration.ofSeconds(30).toNanos();

  private final OffsetDateTime asOf;
  private final long nanos;
  private long deadline;
  private long reserve = RESERVE;
  private int delegations;
  private int stepsLeft = STEPS;
  private @Nullable Stop stopped;

  /** Why an evaluation was ended. */
  enum Stop {
    TIMEOUT,
    TOO_BIG
  }

  Evaluation(OffsetDateTime asOf, long nanos) {
    this.asOf = asOf;
    this.nanos = nanos;
    this.deadline = System.nanoTime() + nanos;
  }

  /** Notes that the reference engine evaluates something of what our own was asked for. */
  static void delegated() {
    if (CURRENT.isBound()) {
      CURRENT.get().delegations++;
    }
  }

  int delegations() {
    return delegations;
  }

  @Override
  public OffsetDateTime asOf() {
    return asOf;
  }

  @Nullable Stop stopped() {
    return stopped;
  }

  /** Begins to count the time anew: what an engine takes to compile is not the expression's. */
  void restart() {
    deadline = System.nanoTime() + nanos;
  }

  /** Counts a turn of a loop or a call; throws when the evaluation has spent its share. */
  static void step() {
    if (CURRENT.isBound()) {
      CURRENT.get().count();
    }
  }

  /** Passes a value on unless it has grown beyond bounds. */
  static @Nullable Object bounded(@Nullable Object value) {
    boolean tooLong =
        switch (value) {
          case String text -> text.length() > LONGEST_TEXT;
          case Collection<?> list -> list.size() > LONGEST_LIST;
          case Map<?, ?> context -> context.size() > LONGEST_LIST;
          case null, default -> false;
        };
    if (tooLong && CURRENT.isBound()) {
      CURRENT.get().stop(Stop.TOO_BIG);
    }
    return value;
  }

  /** Throws when the evaluation was stopped or its time is over; counts nothing. */
  static void checkpoint() {
    var current = CURRENT.get();
    if (current.stopped != null) {
      current.stop(current.stopped);
    }
    if (System.nanoTime() - current.deadline > 0) {
      current.stop(Stop.TIMEOUT);
    }
  }

  /** Gives back time that reading an expression took, as long as there is some to give. */
  static void giveBack(long nanos) {
    var current = CURRENT.get();
    long given = Math.min(nanos, current.reserve);
    current.reserve -= given;
    current.deadline += given;
  }

  /** Ends the evaluation because something in it has grown beyond bounds. */
  static void tooBig() {
    CURRENT.get().stop(Stop.TOO_BIG);
  }

  /** Ends the evaluation because it would take too many steps. */
  static void timeout() {
    CURRENT.get().stop(Stop.TIMEOUT);
  }

  @Override
  public void turn() {
    count();
  }

  @Override
  public void bound(Object grown) {
    bounded(grown);
  }

  private void count() {
    if (stopped != null) {
      stop(stopped);
    }
    if (--stepsLeft <= 0) {
      stop(Stop.TIMEOUT);
    }
    if (stepsLeft % CLOCK_EVERY == 0 && System.nanoTime() - deadline > 0) {
      stop(Stop.TIMEOUT);
    }
  }

  private void stop(Stop why) {
    stopped = why;
    throw new EvaluationStopped();
  }

  /** Unwinds an evaluation; the reference engine may swallow it, so what counts is the stop. */
  static final class EvaluationStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EvaluationStopped() {
      super("evaluation stopped", null, false, false);
    }
  }
}
