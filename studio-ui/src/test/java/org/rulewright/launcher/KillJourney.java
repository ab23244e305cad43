package org.rulewright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code kill -9} of the studio under load: nothing that was answered is missing, nothing twice.
 */
class KillJourney {

  private static final int CALLERS = 8;
  private static final int BEFORE_THE_KILL = 400;
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void whatWasAnsweredBeforeAKillIsFoundAfterItAndNothingTwice() throws Exception {
    var launcher = Launcher.ready();
    try (var data = StudioFolder.fresh()) {
      String key;
      Load load;
      long postgres;
      try (var studio = LaunchedStudio.start(launcher, data.path())) {
        key = key(launcher, data);
        postgres = data.postgres().orElseThrow();
        load = Load.run(new Caller(studio.address(), key), studio);
      }
      assertThat(load.answered()).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);
      assertThat(load.unanswered()).as("requests on their way when it was killed").isNotEmpty();
      assertThat(StudioFolder.hasEnded(postgres)).as("PostgreSQL outlived the studio").isFalse();

      try (var studio = LaunchedStudio.start(launcher, data.path());
          var caller = new Caller(studio.address(), key)) {
        assertThat(StudioFolder.hasEnded(postgres)).as("the orphan is gone").isTrue();
        assertThat(data.postgres()).isNotEmpty().get().isNotEqualTo(postgres);
        for (var answered : load.answered().entrySet()) {
          isFound(caller, answered.getValue());
          isRepeated(caller, answered.getKey(), answered.getValue());
        }
        var later = new TreeSet<String>();
        for (var unanswered : load.unanswered()) {
          later.add(
              parsed(caller.decide("enterprise-" + unanswered, unanswered)).path("id").asString());
        }
        assertThat(later).as("one decision each").hasSize(load.unanswered().size());
        assertThat(recorded(caller))
            .as("decisions on record: those answered, then or now, and no other")
            .isEqualTo(load.answered().size() + later.size());
        intact(launcher, data, "audit", "decisions");
      }
    }
  }

  private static String key(Launcher launcher, StudioFolder data) {
    var made =
        launcher.run(
            "key",
            "create",
            "--name",
            "load",
            "--roles",
            "caller,reviewer",
            "--data",
            data.path().toString());
    assertThat(made.code()).as(made.err()).isZero();
    return made.out().strip();
  }

  private static void isFound(Caller caller, String id) throws Exception {
    var record = parsed(caller.get("/api/v1/decisions/" + id));
    assertThat(record.path("id").asString()).isEqualTo(id);
    assertThat(record.path("chain").path("intact").asBoolean()).as("chain of %s", id).isTrue();
  }

  private static void isRepeated(Caller caller, String idempotencyKey, String id) throws Exception {
    var again = parsed(caller.decide("enterprise-" + idempotencyKey, idempotencyKey));
    assertThat(again.path("id").asString()).as(idempotencyKey).isEqualTo(id);
  }

  /** Counts by paging through all of them. */
  private static int recorded(Caller caller) throws Exception {
    var ids = new TreeSet<String>();
    var read = 0;
    var cursor = "";
    do {
      var page = parsed(caller.get("/api/v1/decisions?limit=200" + cursor));
      for (var decision : page.path("decisions")) {
        ids.add(decision.path("id").asString());
        read++;
      }
      cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
    } while (!cursor.isEmpty());
    assertThat(ids).as("no id twice").hasSize(read);
    return read;
  }

  private static void intact(Launcher launcher, StudioFolder data, String... chains) {
    for (var chain : chains) {
      var verified = launcher.run(chain, "verify", "--data", data.path().toString());
      assertThat(verified.code()).as(verified.err()).isZero();
      assertThat(verified.out()).contains("is intact");
    }
  }

  private static JsonNode parsed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /**
   * Requests by several callers at once until the studio is killed.
   *
   * @param answered the id of the decision by the idempotency key it was asked with
   * @param unanswered idempotency keys that got no answer
   */
  private record Load(Map<String, String> answered, Set<String> unanswered) {

    static Load run(Caller caller, LaunchedStudio studio) throws Exception {
      var load = new Load(new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet());
      var next = new AtomicInteger();
      var alive = new AtomicBoolean(true);
      try (caller;
          var pool = Executors.newFixedThreadPool(CALLERS)) {
        var callers =
            IntStream.range(0, CALLERS)
                .mapToObj(number ->
                    pool.submit(() -> {
                      while (alive.get()) {
                        alive.compareAndSet(
                            true, load.ask(caller, "request-" + next.incrementAndGet()));
                      }
                      return null;
                    }))
                .toList();
        while (load.answered.size() < BEFORE_THE_KILL && alive.get()) {
          Thread.sleep(1);
        }
        studio.kill();
        for (var each : callers) {
          each.get();
        }
      }
      return load;
    }

    /** Whether an answer came. */
    private boolean ask(Caller caller, String idempotencyKey) {
      try {
        var answer = parsed(caller.decide("enterprise-" + idempotencyKey, idempotencyKey));
        answered.put(idempotencyKey, answer.path("id").asString());
        return true;
      } catch (IOException killed) {
        unanswered.add(idempotencyKey);
        return false;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new IOException(interrupted));
      }
    }
  }
}
