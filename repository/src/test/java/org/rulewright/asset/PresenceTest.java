package org.rulewright.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.asset.StrategyFixtures.aPerson;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PresenceTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));
  private final StrategyKey key = new StrategyKey("loans");

  @Test
  void twoPeopleSeeEachOther() {
    Presence presence = presence();

    presence.heartbeat(key, "a", aPerson("Lin"));
    presence.heartbeat(key, "b", aPerson("Wei"));

    assertThat(presence.others(key, "a")).extracting(e -> e.who().name()).containsExactly("Wei");
    assertThat(presence.present(new StrategyKey("other"))).isEmpty();
  }

  @Test
  void whoIsSilentForTwoMinutesIsGone() {
    Presence presence = presence();
    presence.heartbeat(key, "a", aPerson("Lin"));

    now.updateAndGet(then -> then.plus(Presence.SILENCE).plusMillis(1));

    assertThat(presence.present(key)).isEmpty();
  }

  @Test
  void whoLeavesIsGoneAtOnce() {
    Presence presence = presence();
    presence.heartbeat(key, "a", aPerson("Lin"));

    presence.leave(key, "a");

    assertThat(presence.present(key)).isEmpty();
  }

  private Presence presence() {
    return new Presence(now::get);
  }
}
