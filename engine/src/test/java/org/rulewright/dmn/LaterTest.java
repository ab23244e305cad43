package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LaterTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-31T12:00:00+08:00");
  private static final Duration LIMIT = Duration.ofMillis(100);

  @Test
  void whoWaitsUntilAnotherHasMadeItDoesNotSpendItsOwnTime() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var made = new AtomicInteger();
    var later =
        new Later<>(() -> {
          begun.countDown();
          pause(LIMIT.multipliedBy(4));
          return made.incrementAndGet();
        });
    var maker = Thread.ofVirtual().start(later::get);
    begun.await();

    var evaluation = new Evaluation(NOW, LIMIT.toNanos());
    ScopedValue.where(Evaluation.CURRENT, evaluation)
        .run(() -> {
          later.get();
          // The clock is looked at every so many steps only.
          for (int step = 0; step < 1_000; step++) {
            Evaluation.step();
          }
        });

    assertThat(evaluation.stopped()).isNull();
    maker.join();
    assertThat(made).hasValue(1);
  }

  @Test
  void onceItIsMadeTheClockRunsOn() {
    var later = new Later<>(() -> "made");
    later.get();

    var evaluation = new Evaluation(NOW, LIMIT.toNanos());
    ScopedValue.where(Evaluation.CURRENT, evaluation)
        .run(() -> {
          pause(LIMIT.multipliedBy(2));
          later.get();
          try {
            for (int step = 0; step < 1_000; step++) {
              Evaluation.step();
            }
          } catch (Evaluation.EvaluationStopped stopped) {
            assertThat(stopped).hasMessage("evaluation stopped");
          }
        });

    assertThat(evaluation.stopped()).isEqualTo(Evaluation.Stop.TIMEOUT);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
