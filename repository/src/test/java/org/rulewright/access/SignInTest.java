package org.rulewright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.access.AccessFixture.PASSWORD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rulewright.access.LoginResult.Rejected;
import org.rulewright.access.LoginResult.SignedIn;
import org.rulewright.access.LoginResult.Throttled;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.database.PostgresTest;
import org.rulewright.database.TestDatabase;

@PostgresTest
final class SignInTest {

  private final AccessFixture access;
  private final Users users;

  SignInTest(TestDatabase database) {
    this.access = new AccessFixture(database);
    this.users = access.users;
  }

  @Test
  void theRightPasswordSignsInWhateverTheCaseOfTheLogin() {
    var anna = access.aUser();

    assertThat(users.authenticate(anna.login().toUpperCase(Locale.ROOT), PASSWORD, "a1"))
        .isEqualTo(new SignedIn(anna));
    assertThat(access.audited(AuditAction.LOGIN, anna.id().toString())).isEqualTo(1);
    assertThat(users.find(anna.id()).orElseThrow().lastLoginAt()).isNotNull();
  }

  @Test
  void thePasswordIsTakenExactlyAsTyped() {
    var anna = access.aUser();

    for (var close : List.of(PASSWORD + " ", PASSWORD.toUpperCase(Locale.ROOT), "")) {
      assertThat(users.authenticate(anna.login(), close, "a2")).isEqualTo(new Rejected());
    }
    assertThat(access.audited(AuditAction.LOGIN_FAILED, anna.id().toString())).isEqualTo(3);
  }

  @Test
  void unknownAndDeactivatedUsersAreRejectedAlike() {
    var gone = access.aUser();
    users.deactivate(gone.id(), Actor.SYSTEM);

    assertThat(users.authenticate(gone.login(), PASSWORD, "a3")).isEqualTo(new Rejected());
    assertThat(users.authenticate("nobody-at-all", PASSWORD, "a3")).isEqualTo(new Rejected());
    assertThat(users.authenticate("no\0body <b>", PASSWORD, "a3")).isEqualTo(new Rejected());
  }

  @Test
  void anUnknownLoginTakesAsLongAsAKnownOne() {
    var anna = access.aUser();
    var known = new ArrayList<Long>();
    var unknown = new ArrayList<Long>();
    for (var i = 0; i < 7; i++) {
      known.add(nanos(() -> users.authenticate(anna.login(), "wrong password", "a4")));
      unknown.add(nanos(() -> users.authenticate("nobody-here", "wrong password", "a4")));
    }

    // A lookup without a hash takes about a hundredth of one with it.
    assertThat(median(unknown)).isGreaterThan(median(known) / 3);
  }

  @Test
  void tooManyFailuresOfOneLoginFromOneSourceHaveToWait() {
    var anna = access.aUser();
    for (var i = 0; i < 8; i++) {
      assertThat(users.authenticate(anna.login(), "wrong password", "b1"))
          .isEqualTo(new Rejected());
    }

    assertThat(users.authenticate(anna.login(), PASSWORD, "b1"))
        .as("even with the right password")
        .isInstanceOfSatisfying(
            Throttled.class,
            throttled ->
                assertThat(throttled.retryAfter())
                    .isPositive()
                    .isLessThanOrEqualTo(Duration.ofMinutes(10)));
    for (var i = 0; i < 50; i++) {
      users.authenticate(anna.login(), PASSWORD, "b1");
    }
    assertThat(access.audited(AuditAction.LOGIN_THROTTLED, anna.id().toString()))
        .as("a flood does not fill the audit trail")
        .isEqualTo(1);
    assertThat(users.authenticate(anna.login(), PASSWORD, "b2"))
        .as("nobody is locked out by a stranger elsewhere")
        .isInstanceOf(SignedIn.class);
    access.clock.advance(Duration.ofMinutes(11));
    assertThat(users.authenticate(anna.login(), PASSWORD, "b1")).isInstanceOf(SignedIn.class);
  }

  @Test
  void oneSourceCannotTryOneLoginAfterTheOther() {
    var results =
        IntStream.range(0, 61)
            .mapToObj(i -> users.authenticate("guess-" + i, "wrong password", "c1"))
            .toList();

    assertThat(results.subList(0, 60)).containsOnly(new Rejected());
    assertThat(results.get(60)).isInstanceOf(Throttled.class);
  }

  @Test
  void triesAtOnceCannotSlipThrough() throws Exception {
    var anna = access.aUser();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<LoginResult> attempt =
          () -> users.authenticate(anna.login(), "wrong password", "d1");
      var rejected = 0;
      for (var one : threads.invokeAll(IntStream.range(0, 24).mapToObj(i -> attempt).toList())) {
        rejected += one.get() instanceof Rejected ? 1 : 0;
      }

      assertThat(rejected).isEqualTo(8);
    }
  }

  @Test
  void aSuccessForgetsTheFailuresBeforeIt() {
    var anna = access.aUser();
    for (var round = 0; round < 3; round++) {
      for (var i = 0; i < 6; i++) {
        users.authenticate(anna.login(), "wrong password", "e1");
      }
      assertThat(users.authenticate(anna.login(), PASSWORD, "e1")).isInstanceOf(SignedIn.class);
    }
  }

  private static long nanos(Runnable work) {
    var start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
