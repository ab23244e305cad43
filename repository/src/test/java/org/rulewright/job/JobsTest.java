package org.rulewright.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.audit.AuditTrail;
import org.rulewright.database.PostgresTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
final class JobsTest {

  private static final Actor ANNA = new Actor(ActorKind.USER, "u1", "Anna");

  private final JdbcClient jdbc;
  private final JdbcClient superuser;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final List<Jobs> started = new ArrayList<>();
  private final List<JobEnded> announced = new CopyOnWriteArrayList<>();

  JobsTest(
      JdbcClient jdbc,
      @PostgresTest.Superuser JdbcClient superuser,
      PlatformTransactionManager manager) {
    this.jdbc = jdbc;
    this.superuser = superuser;
    this.audit = new AuditTrail(jdbc, manager);
    this.transactions = new TransactionTemplate(manager);
  }

  @BeforeEach
  void noJobs() {
    superuser.sql("DELETE FROM rw.job").update();
  }

  @AfterEach
  void stop() {
    started.forEach(Jobs::stop);
  }

  @Test
  void aJobEndsWithItsResult() {
    var jobs =
        started(new Handler("sum", true, run -> "{\"parameters\":" + run.parameters() + "}"));

    var id = jobs.submit("sum", "Sum", "[1,2]", ANNA);

    var job = ended(jobs, id);
    assertThat(job.state()).isEqualTo(JobState.DONE);
    assertThat(job.result()).isEqualTo("{\"parameters\":[1,2]}");
    assertThat(job.progress()).isEqualTo(1);
    assertThat(job.submittedBy()).isEqualTo(ANNA);
  }

  @Test
  void progressAndAnEstimateAreSeenWhileItRuns() {
    var release = new CountDownLatch(1);
    var jobs =
        started(
            new Handler(
                "slow",
                true,
                run -> {
                  run.progress(1, 4, "a quarter");
                  release.await();
                  return "{}";
                }));

    var id = jobs.submit("slow", "Slow", "{}", ANNA);
    until(() -> job(jobs, id).done() == 1);

    assertThat(job(jobs, id).progress()).isEqualTo(0.25);
    assertThat(job(jobs, id).message()).isEqualTo("a quarter");
    assertThat(job(jobs, id).remaining()).isNotNull();
    release.countDown();
    assertThat(ended(jobs, id).state()).isEqualTo(JobState.DONE);
  }

  @Test
  void aJobSubmittedInATransactionBeginsOnlyAfterItsCommit() {
    var runs = new AtomicInteger();
    var jobs = started(new Handler("count", true, run -> "" + runs.incrementAndGet()));

    var id =
        transactions.execute(status -> {
          var submitted = jobs.submit("count", "Count", "{}", ANNA);
          assertThat(runs).hasValue(0);
          return submitted;
        });
    assertThat(ended(jobs, Objects.requireNonNull(id)).state()).isEqualTo(JobState.DONE);

    transactions.executeWithoutResult(status -> {
      jobs.submit("count", "Count", "{}", ANNA);
      status.setRollbackOnly();
    });
    assertThat(jobs.list(10)).hasSize(1);
  }

  @Test
  void aCancelledJobStopsItsWorkAndIsAudited() throws Exception {
    var stopped = new CountDownLatch(1);
    var jobs =
        started(
            new Handler(
                "query",
                true,
                run -> {
                  run.onCancel(stopped::countDown);
                  stopped.await();
                  throw new IllegalStateException("the query was cut off");
                }));
    var id = jobs.submit("query", "Query", "{}", ANNA);
    until(() -> job(jobs, id).state() == JobState.RUNNING);

    assertThat(jobs.cancel(id, ANNA)).isTrue();

    assertThat(ended(jobs, id).state()).isEqualTo(JobState.CANCELLED);
    assertThat(stopped.await(1, TimeUnit.SECONDS)).isTrue();
    assertThat(audit.search(AuditQuery.ofAction(AuditAction.JOB_CANCELLED, 1)).entries())
        .extracting(entry -> entry.thingId())
        .containsExactly(id.toString());
    assertThat(jobs.cancel(id, ANNA)).isFalse();
  }

  @Test
  void aWaitingJobIsCancelledWithoutEverRunning() {
    var release = new Semaphore(0);
    var runs = new AtomicInteger();
    var jobs =
        started(
            new Handler(
                "one",
                true,
                run -> {
                  runs.incrementAndGet();
                  release.acquire();
                  return "{}";
                }));
    var first = jobs.submit("one", "1", "{}", ANNA);
    until(() -> runs.get() == 1);
    var second = jobs.submit("one", "2", "{}", ANNA);

    assertThat(jobs.cancel(second, ANNA)).isTrue();
    release.release(2);

    assertThat(ended(jobs, first).state()).isEqualTo(JobState.DONE);
    assertThat(ended(jobs, second).state()).isEqualTo(JobState.CANCELLED);
    assertThat(runs).hasValue(1);
  }

  @Test
  void aRefusalAndAnErrorAreToldApart() {
    var jobs =
        started(
            new Handler(
                "refuse",
                false,
                run -> {
                  throw new JobRefusedException("line 3 has no amount");
                }),
            new Handler(
                "break",
                false,
                run -> {
                  throw new java.io.IOException("broken\0pipe");
                }));

    var refused = ended(jobs, jobs.submit("refuse", "R", "{}", ANNA));
    var broken = ended(jobs, jobs.submit("break", "B", "{}", ANNA));

    assertThat(refused.failure()).isEqualTo(JobFailure.REFUSED);
    assertThat(refused.error()).isEqualTo("line 3 has no amount");
    assertThat(broken.failure()).isEqualTo(JobFailure.ERROR);
    assertThat(broken.error()).isEqualTo("broken\uFFFDpipe");
  }

  @Test
  void anUnknownKindIsRefusedAtOnce() {
    var jobs = started();

    assertThatThrownBy(() -> jobs.submit("none", "N", "{}", ANNA))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void afterAKillTheResumableContinueAndTheOthersSayWhy() {
    killedWhileRunning("again");
    killedWhileRunning("once");
    killedWhileRunning("forgotten");

    var jobs =
        started(
            new Handler("again", true, run -> "\"continued\""),
            new Handler("once", false, run -> "\"never\""));

    assertThat(ended(jobs, ofKind(jobs, "again")).result()).isEqualTo("\"continued\"");
    for (var kind : List.of("once", "forgotten")) {
      var job = ended(jobs, ofKind(jobs, kind));
      assertThat(job.state()).isEqualTo(JobState.FAILED);
      assertThat(job.failure()).isEqualTo(JobFailure.INTERRUPTED_BY_RESTART);
    }
  }

  @Test
  void aStopLeavesTheResumableForTheNextStart() {
    var first = started(untilCancelled("again", true), untilCancelled("once", false));
    first.submit("again", "A", "{}", ANNA);
    until(() -> first.list(10).stream().allMatch(job -> job.state() == JobState.RUNNING));

    first.stop();

    assertThat(job(first, ofKind(first, "again")).state()).isEqualTo(JobState.RUNNING);
    var second = started(new Handler("again", true, run -> "2"));
    assertThat(ended(second, ofKind(second, "again")).result()).isEqualTo("2");
  }

  @Test
  void aStopEndsWhatCannotContinue() {
    var jobs = started(untilCancelled("once", false));
    var id = jobs.submit("once", "O", "{}", ANNA);
    until(() -> job(jobs, id).state() == JobState.RUNNING);

    jobs.stop();

    assertThat(job(jobs, id).failure()).isEqualTo(JobFailure.INTERRUPTED_BY_RESTART);
  }

  private static Handler untilCancelled(String kind, boolean resumable) {
    return new Handler(
        kind,
        resumable,
        run -> {
          while (true) {
            run.checkCancelled();
            Thread.sleep(5);
          }
        });
  }

  private void killedWhileRunning(String kind) {
    new JobStore(jdbc).insert(JobId.fresh(), kind, kind, "{}", ANNA, Instant.now());
    jdbc.sql("UPDATE job SET state = 'RUNNING', started_at = now() WHERE kind = :kind")
        .param("kind", kind)
        .update();
  }

  @Test
  void everyEndIsAnnouncedOnce() {
    killedWhileRunning("killed");
    announced.clear();
    var jobs =
        started(
            new Handler("killed", false, run -> "1"),
            new Handler("works", false, run -> "1"),
            new Handler(
                "fails",
                false,
                run -> {
                  throw new JobRefusedException("no");
                }));

    var works = jobs.submit("works", "Works", "{}", ANNA);
    var fails = jobs.submit("fails", "Fails", "{}", ANNA);
    ended(jobs, works);
    ended(jobs, fails);

    until(() -> announced.size() == 3);
    assertThat(announced)
        .extracting(ended -> ended.job().kind() + " " + ended.job().state())
        .containsExactlyInAnyOrder("killed FAILED", "works DONE", "fails FAILED");
  }

  @Test
  void aListenerThatFailsDoesNotKeepAJobFromEnding() {
    var jobs =
        new Jobs(
            jdbc,
            audit,
            () -> List.<JobHandler>of(new Handler("works", false, run -> "1")).stream(),
            event -> {
              throw new IllegalStateException("a planted failure");
            },
            1);
    jobs.start();
    started.add(jobs);

    var first = jobs.submit("works", "First", "{}", ANNA);
    var second = jobs.submit("works", "Second", "{}", ANNA);

    assertThat(ended(jobs, first).state()).isEqualTo(JobState.DONE);
    assertThat(ended(jobs, second).state()).isEqualTo(JobState.DONE);
  }

  private Jobs started(Handler... handlers) {
    var jobs =
        new Jobs(
            jdbc,
            audit,
            () -> List.<JobHandler>of(handlers).stream(),
            event -> announced.add((JobEnded) event),
            1);
    jobs.start();
    started.add(jobs);
    return jobs;
  }

  private static JobId ofKind(Jobs jobs, String kind) {
    return jobs.list(10).stream()
        .filter(job -> job.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Job job(Jobs jobs, JobId id) {
    return jobs.find(id).orElseThrow();
  }

  private static Job ended(Jobs jobs, JobId id) {
    until(() -> job(jobs, id).state().ended());
    return job(jobs, id);
  }

  private static void until(BooleanSupplier condition) {
    var deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited too long").isBefore(deadline);
      try {
        Thread.sleep(10);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  /** The work of a handler in a test. */
  private interface Work {
    String run(JobRun run) throws Exception;
  }

  /** A handler in a test. */
  private record Handler(String kind, boolean resumable, Work work) implements JobHandler {
    @Override
    public String run(JobRun run) throws Exception {
      return work.run(run);
    }
  }
}
