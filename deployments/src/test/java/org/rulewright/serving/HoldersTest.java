package org.rulewright.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HoldersTest {

  @Test
  void theLastWhoLeavesLetsGoAndNobodyHoldsItAgain() {
    var gone = new AtomicInteger();
    var holders = new Holders(gone::incrementAndGet);
    assertThat(holders.hold()).isTrue();

    holders.leave();
    assertThat(gone).hasValue(0);
    holders.leave();

    assertThat(gone).hasValue(1);
    assertThat(holders.hold()).isFalse();
  }

  @Test
  void whoeverHoldsItFindsItThereWhileOthersComeAndGo() {
    var gone = new AtomicBoolean();
    var holders = new Holders(() -> gone.set(true));
    var missed = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 1000; i++) {
        int number = i;
        threads.execute(() -> {
          if (number == 500) {
            holders.leave();
          } else if (holders.hold()) {
            if (gone.get()) {
              missed.incrementAndGet();
            }
            holders.leave();
          }
        });
      }
    }
    assertThat(missed).hasValue(0);
    assertThat(gone).isTrue();
  }
}
