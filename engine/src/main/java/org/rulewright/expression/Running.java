package org.rulewright.expression;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation that is running: its clock, and what it may still spend.
 *
 * <p>Without one, whatever repeats or reads the clock is undecided.
 */
public interface Running {

  /** Bound around an evaluation. */
  ScopedValue<Running> CURRENT = ScopedValue.newInstance();

  /** Bound while something is compiled in the middle of an evaluation: then none is running. */
  Running NONE = new NotRunning();

  /** The evaluation that is running, or null. */
  static @Nullable Running current() {
    Running running = CURRENT.isBound() ? CURRENT.get() : NONE;
    return running == NONE ? null : running;
  }

  /** Passes a value on unless it has grown beyond bounds. */
  static <T> T bounded(T grown) {
    Running running = current();
    if (running != null) {
      running.bound(grown);
    }
    return grown;
  }

  /** What {@code now()} and {@code today()} tell. */
  OffsetDateTime asOf();

  /** Counts a turn of a loop; throws when the evaluation has spent its share. */
  void turn();

  /** Throws when a text or a list has grown beyond bounds. */
  void bound(Object grown);

  /** No evaluation. */
  final class NotRunning implements Running {

    private NotRunning() {}

    @Override
    public OffsetDateTime asOf() {
      throw new IllegalStateException("no evaluation is running");
    }

    @Override
    public void turn() {
      throw new IllegalStateException("no evaluation is running");
    }

    @Override
    public void bound(Object grown) {
      throw new IllegalStateException("no evaluation is running");
    }
  }
}
