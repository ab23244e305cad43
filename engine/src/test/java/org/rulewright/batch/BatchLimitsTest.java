package org.rulewright.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactColumn;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;

class BatchLimitsTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");
  private static final int CHUNK = 5_000;

  @Test
  void chunksAreHandedOverInOrderAndFailuresAreOutcomes() throws InterruptedException {
    List<Outcome> all = new ArrayList<>();

    BatchEnd end =
        Batch.on(3)
            .evaluate(
                new Odd(0),
                chunks(9),
                AS_OF,
                false,
                BatchLimits.NONE,
                (chunk, outcomes) -> {
                  assertThat(outcomes).hasSize(chunk.rows());
                  all.addAll(outcomes);
                });

    assertThat(end).isEqualTo(new BatchEnd.Finished(9L * CHUNK));
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i)).isEqualTo(Odd.of(BigDecimal.valueOf(i)));
    }
  }

  @Test
  void noMoreChunksAreInMemoryThanThereAreThreadsAndTwo() throws InterruptedException {
    AtomicInteger inMemory = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Iterator<FactColumns> all = chunks(40);
    Iterator<FactColumns> counted =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public FactColumns next() {
            most.accumulateAndGet(inMemory.incrementAndGet(), Math::max);
            return all.next();
          }
        };

    Batch.on(2)
        .evaluate(
            new Odd(0),
            counted,
            AS_OF,
            false,
            BatchLimits.NONE,
            (chunk, outcomes) -> inMemory.decrementAndGet());

    assertThat(most).hasValueBetween(2, 4);
  }

  @Test
  void aBatchThatIsCalledOffEndsAndSaysHowFarItCame() throws InterruptedException {
    AtomicInteger taken = new AtomicInteger();
    BatchLimits limits = new BatchLimits(Duration.ofHours(1), () -> taken.get() >= 2);

    BatchEnd end =
        Batch.on(2)
            .evaluate(
                new Odd(0),
                chunks(1_000_000),
                AS_OF,
                false,
                limits,
                (chunk, outcomes) -> taken.incrementAndGet());

    assertThat(end).isEqualTo(new BatchEnd.Cancelled(2L * CHUNK));
  }

  @Test
  void aBatchWhoseTimeIsOverEnds() throws InterruptedException {
    BatchLimits limits = new BatchLimits(Duration.ofMillis(200), () -> false);
    AtomicInteger rows = new AtomicInteger();

    BatchEnd end =
        Batch.on(2)
            .evaluate(
                new Odd(1),
                chunks(1_000_000),
                AS_OF,
                false,
                limits,
                (chunk, outcomes) -> rows.addAndGet(outcomes.size()));

    assertThat(end).isEqualTo(new BatchEnd.TimedOut(rows.get()));
  }

  @Test
  void aDecisionThatThrowsEndsTheBatchAsItWouldEndOne() {
    assertThatThrownBy(() ->
            Batch.on(2)
                .evaluate(
                    new Odd(-1), chunks(3), AS_OF, false, BatchLimits.NONE, (chunk, all) -> {}))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Iterator<FactColumns> chunks(int count) {
    return IntStream.range(0, count).mapToObj(BatchLimitsTest::chunk).iterator();
  }

  private static FactColumns chunk(int number) {
    long[] units = LongStream.range((long) number * CHUNK, (number + 1L) * CHUNK).toArray();
    return new FactColumns(
        FactLayout.of(List.of("n")), List.of(new FactColumn.Numbers(units, 0)), CHUNK);
  }

  /**
   * Fails for even numbers.
   *
   * @param millis how long every 4096th row takes; below zero it throws instead
   */
  private record Odd(int millis) implements Decision {

    @Override
    public String id() {
      return "odd";
    }

    @Override
    public String name() {
      return "odd";
    }

    @Override
    public DecisionKind kind() {
      return DecisionKind.OTHER;
    }

    @Override
    public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
      if (millis < 0) {
        throw new UnsupportedOperationException("a bug");
      }
      if (!(facts.get("n") instanceof BigDecimal number)) {
        throw new IllegalStateException("no number");
      }
      if (millis > 0 && number.intValue() % 4096 == 0) {
        java.util.concurrent.locks.LockSupport.parkNanos(millis * 1_000_000L);
      }
      return of(number);
    }

    static Outcome of(BigDecimal number) {
      return number.toBigInteger().testBit(0)
          ? new Outcome.Decided(number, Trace.EMPTY)
          : new Outcome.Failed(
              List.of(Diagnostic.error("odd.even", Place.NOWHERE, number.toString())), Trace.EMPTY);
    }
  }
}
