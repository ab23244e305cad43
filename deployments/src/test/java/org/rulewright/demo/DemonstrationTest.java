package org.rulewright.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rulewright.access.LoginResult;
import org.rulewright.access.Role;
import org.rulewright.access.Users;
import org.rulewright.audit.Actor;
import org.rulewright.dataset.Datasets;
import org.rulewright.decisionlog.DecisionLog;
import org.rulewright.evidence.Evidence;
import org.rulewright.evidence.Examinations;
import org.rulewright.job.JobState;
import org.rulewright.job.Jobs;
import org.rulewright.release.EngineVersion;
import org.rulewright.release.Releases;
import org.rulewright.serving.Caller;
import org.rulewright.serving.DecisionAnswer;
import org.rulewright.serving.DecisionRequest;
import org.rulewright.serving.DecisionResult;
import org.rulewright.serving.DecisionService;
import org.rulewright.serving.Replays;
import org.rulewright.simulation.BudgetPolicy;
import org.rulewright.simulation.ChurnCurve;
import org.rulewright.simulation.PortfolioRequest;
import org.rulewright.simulation.PortfolioRun;
import org.rulewright.simulation.PortfolioRuns;
import org.rulewright.simulation.PortfolioSubmission;
import org.rulewright.simulation.RowOrder;
import org.rulewright.simulation.RowSelection;
import org.rulewright.version.Version;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

class DemonstrationTest {
  private static @Nullable ConfigurableApplicationContext studio;

  @SpringBootApplication(scanBasePackages = "org.rulewright")
  static class Studio {}

  @BeforeAll
  static void start() throws IOException {
    var folder = Files.createTempDirectory(Path.of("/tmp"), "rulewright-demo-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    studio =
        new SpringApplication(Studio.class)
            .run("--server.port=0", "--rulewright.data=" + folder, "--rulewright.demo=true");
  }

  @AfterAll
  static void stop() {
    if (studio != null) {
      studio.close();
    }
  }

  @Test
  void thePrintedAccountsWork() {
    var accounts = bean(DemoAccounts.class).list();

    assertThat(accounts).hasSize(5);
    for (var account : accounts) {
      var login = bean(Users.class).authenticate(account.login(), account.password(), "127.0.0.1");
      assertThat(login).as(account.login()).isInstanceOf(LoginResult.SignedIn.class);
    }
  }

  @Test
  void aSecondStrategyAnswersByAFlowThatLooksUp() {
    var decided =
        fastLane(Map.of("industry", "制造业", "requestedAmount", 500_000, "activeMonths", 20));
    assertThat(decided.verdict()).isEqualTo("APPROVE");
    assertThat(decided.outputs().get("rate")).isEqualTo(new BigDecimal("0.0430"));

    var over =
        fastLane(Map.of("industry", "制造业", "requestedAmount", 9_000_000, "activeMonths", 20));
    assertThat(over.verdict()).isEqualTo("REFER");
    assertThat(over.reasons().getFirst().code()).isEqualTo("OVER_CEILING");
    var unknown = fastLane(Map.of("industry", "采矿业", "requestedAmount", 1, "activeMonths", 20));
    assertThat(unknown.reasons().getFirst().code()).isEqualTo("UNKNOWN_INDUSTRY");
  }

  @Test
  void theFlowScoresByAModelThatWasLearntFromTheGeneratedEnterprises() {
    var facts = new LinkedHashMap<String, Object>();
    facts.putAll(Map.of("industry", "制造业", "requestedAmount", 500_000, "activeMonths", 20));
    facts.putAll(Map.of("courtCases", 0, "insuredMonths", 12, "taxRating", "A"));
    var good = fastLane(facts);
    assertThat(good.verdict()).isEqualTo("APPROVE");
    assertThat((BigDecimal) good.outputs().get("score"))
        .isBetween(BigDecimal.ZERO, new BigDecimal("0.1"));

    facts.remove("insuredMonths");
    var unscored = fastLane(facts);
    assertThat(unscored.verdict()).as("the rules alone decide").isEqualTo("APPROVE");
    assertThat(unscored.reasons().getLast().text())
        .as("what the model could not do without")
        .contains("insuredMonths");

    facts.putAll(Map.of("courtCases", 4, "insuredMonths", 5, "taxRating", "D"));
    var bad = fastLane(facts);
    assertThat(bad.verdict()).isEqualTo("REFER");
    assertThat(bad.reasons().getFirst().code()).isEqualTo("HIGH_RISK");
    var record = bean(DecisionLog.class).find(bad.id()).orElseThrow();
    assertThat(Objects.requireNonNull(record.payload()).scores()).containsOnlyKeys(DemoModel.KEY);
    assertThat(
            bean(Replays.class)
                .replay(record, record.summary().place().releaseDigest())
                .orElseThrow()
                .identical())
        .isTrue();
  }

  private static DecisionAnswer fastLane(Map<String, Object> facts) {
    var asOf = OffsetDateTime.parse("2026-11-23T09:00:00+08:00");
    var request =
        new DecisionRequest("E1", new LinkedHashMap<>(facts), asOf, false, null, null, false);
    var caller = new Caller(Actor.SYSTEM, Locale.SIMPLIFIED_CHINESE, null, System.nanoTime());
    var result = bean(DecisionService.class).decide("development", DemoFlow.KEY, request, caller);
    return ((DecisionResult.Answered) result).answer();
  }

  @Test
  void theStrategyRunsInEveryEnvironmentReleasedByWhoDidNotDrawIt() {
    for (var environment : Set.of("development", "test", "production")) {
      var active = bean(Releases.class).active(environment, DemoStrategy.KEY).orElseThrow();
      assertThat(active.releasedBy()).isEqualTo(bean(DemoAccounts.class).actor(Role.GOVERNOR));
      assertThat(active.version().editors()).doesNotContain(active.releasedBy().id());
      assertThat(active.compiledShare()).isEqualByComparingTo("1");
    }
  }

  @Test
  void theFlowThatAnswersGetsEvidenceWithItsPinnedTablesAndModel() throws InterruptedException {
    var version = bean(Releases.class).active("development", DemoFlow.KEY).orElseThrow().version();

    var report = examined(version).statement().report();

    System.out.println("Evidence of the demonstration's flow: " + report);
    assertThat(report.different()).as("%s", report.differences()).isZero();
    assertThat(Objects.requireNonNull(report.flow()).alike()).contains(DemoModel.KEY);
    assertThat(report.camunda().obstacles()).isEmpty();
    assertThat(report.camunda().examined()).isPositive();
    assertThat(report.camunda().unexplained()).as("%s", report.camunda().differences()).isZero();
  }

  private static Evidence examined(Version version) throws InterruptedException {
    var examinations = bean(Examinations.class);
    var by = bean(DemoAccounts.class).actor(Role.STRATEGIST);
    var job = examinations.submit(version, EngineVersion.CURRENT, by);
    while (!bean(Jobs.class).find(job).orElseThrow().state().ended()) {
      Thread.sleep(100);
    }
    return examinations.newest(version.id()).orElseThrow();
  }

  @Test
  void theVersionOfTheStrategyGetsEvidenceOfEquality() throws InterruptedException {
    var version =
        bean(Releases.class).active("production", DemoStrategy.KEY).orElseThrow().version();
    var examinations = bean(Examinations.class);

    var job =
        examinations.submit(
            version, EngineVersion.CURRENT, bean(DemoAccounts.class).actor(Role.STRATEGIST));
    while (!bean(Jobs.class).find(job).orElseThrow().state().ended()) {
      Thread.sleep(100);
    }

    var evidence = examinations.newest(version.id()).orElseThrow();
    var report = evidence.statement().report();
    System.out.println("Evidence of the demonstration: " + report);
    assertThat(report.different()).as("%s", report.differences()).isZero();
    assertThat(report.delegated()).isLessThan(report.examined());
    assertThat(report.compiledCells()).isEqualTo(report.cells());
    assertThat(report.camunda().unexplained()).as("%s", report.camunda().differences()).isZero();
    assertThat(examinations.verify(evidence)).isTrue();
  }

  @Test
  void aRunOverAllEnterprisesDecidesEachAndTheBudgetHolds() throws InterruptedException {
    var budget =
        new BudgetPolicy(
            new BigDecimal(200_000_000),
            BudgetPolicy.USUAL_LOSS_GIVEN_DEFAULT,
            BudgetPolicy.USUAL_FUNDING_COST,
            new BigDecimal(50_000),
            new BigDecimal(10_000),
            Map.of(
                "A", new BigDecimal("0.01"),
                "B", new BigDecimal("0.03"),
                "C", new BigDecimal("0.06")),
            ChurnCurve.NONE);

    var run = finished(budget);

    var summary = bean(PortfolioRuns.class).summary(run.id());
    assertThat(summary.rows()).isEqualTo(2_000);
    assertThat(summary.problems()).isZero();
    assertThat(summary.approved() + summary.declined() + summary.referred()).isEqualTo(2_000);
    assertThat(summary.approvalRate()).isBetween(0.3, 0.9);
    assertThat(summary.auc()).isGreaterThan(new BigDecimal("0.70"));
    var allocation = Objects.requireNonNull(summary.allocation());
    assertThat(allocation.granted()).isLessThanOrEqualTo(budget.total()).isPositive();
    assertThat(allocation.expectedProfit()).isPositive();
    assertThat(summary.amounts()).hasSize(10);
    assertThat(summary.amounts().stream().mapToLong(band -> band.count()).sum())
        .isEqualTo(summary.approved());
  }

  @Test
  void everyRowOfARunIsInTheDecisionLog() throws InterruptedException {
    var run = finished(null);

    var rows = bean(PortfolioRuns.class).rows(run, RowSelection.ALL, 990, 20);

    assertThat(rows).hasSize(20);
    for (var row : rows) {
      var record =
          bean(DecisionLog.class).find(Objects.requireNonNull(row.row().decision())).orElseThrow();
      assertThat(Objects.requireNonNull(record.payload()).subject()).isEqualTo(row.subject());
      assertThat(record.chain().intact()).isTrue();
      assertThat(record.summary().headline().verdict()).isEqualTo(row.row().verdict());
    }
  }

  @Test
  void rowsOfARunAreSortedAndFoundWhereTheyLie() throws InterruptedException {
    var run = finished(null);
    var runs = bean(PortfolioRuns.class);
    var byAmount = new RowOrder(RowOrder.Column.AMOUNT, true);

    var whole = runs.rows(run, RowSelection.ALL, byAmount, 0, 2_000);
    var second = runs.rows(run, RowSelection.ALL, byAmount, 500, 500);

    assertThat(whole).hasSize(2_000);
    assertThat(whole)
        .extracting(each -> each.row().amount())
        .isSortedAccordingTo(Comparator.nullsLast(Comparator.reverseOrder()));
    assertThat(second).isEqualTo(whole.subList(500, 1_000));
    for (var column : RowOrder.Column.values()) {
      assertThat(runs.rows(run, RowSelection.ALL, new RowOrder(column, false), 1_990, 20))
          .as(column.toString())
          .hasSize(10);
    }
    var wanted = whole.get(700);
    var found = new RowSelection(null, null, wanted.subject());
    assertThat(runs.rows(run, found, byAmount, 0, 50)).contains(wanted).hasSizeLessThan(50);
    assertThat(runs.count(run, found)).isBetween(1L, 49L);
    var reason = wanted.row().reasonCodes().getFirst();
    assertThat(runs.rows(run, new RowSelection(null, null, reason), byAmount, 0, 2_000))
        .contains(wanted)
        .allMatch(each -> each.row().reasonCodes().contains(reason));
  }

  private static PortfolioRun finished(@Nullable BudgetPolicy budget) throws InterruptedException {
    var dataset = bean(Datasets.class).find(DemoData.FEATURES).orElseThrow();
    var request =
        new PortfolioRequest(
            "production", DemoStrategy.KEY, dataset.id(), "enterprise", Set.of(), budget);
    var submission =
        bean(PortfolioRuns.class).submit(request, bean(DemoAccounts.class).actor(Role.STRATEGIST));
    assertThat(submission).isInstanceOf(PortfolioSubmission.Accepted.class);
    var accepted = (PortfolioSubmission.Accepted) submission;
    var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (System.nanoTime() < end) {
      var job = bean(Jobs.class).find(accepted.job()).orElseThrow();
      if (job.state().ended()) {
        assertThat(job.state()).as(String.valueOf(job.error())).isEqualTo(JobState.DONE);
        return bean(PortfolioRuns.class).find(accepted.run()).orElseThrow();
      }
      Thread.sleep(Duration.ofMillis(50));
    }
    throw new AssertionError("the run did not end");
  }

  private static <T> T bean(Class<T> type) {
    return Objects.requireNonNull(studio).getBean(type);
  }
}
