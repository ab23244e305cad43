package org.rulewright.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.dataset.TestDatasets.ANNA;
import static org.rulewright.dataset.TestDatasets.anyKey;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.database.PostgresTest;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Snapshot;
import org.rulewright.dataset.TestDatasets;
import org.rulewright.dataset.snapshot.Row;
import org.rulewright.dataset.snapshot.RowQuery;
import org.rulewright.dataset.sql.Cancellation;
import org.rulewright.dataset.sql.SqlProblem;
import org.rulewright.decision.FactType;
import org.rulewright.job.JobState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
final class DerivedFeaturesTest {
  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  @TempDir private Path folder;
  private TestDatasets studio;
  private TestFeatures features;
  private Dataset invoices;

  DerivedFeaturesTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void start() throws IOException {
    studio = new TestDatasets(jdbc, transactions, folder);
    features = new TestFeatures(jdbc, transactions, studio);
    studio.started();
    var file = folder.resolve("invoices.csv");
    Files.writeString(file, "firm,amount,note\nE1,0.10,x\nE1,0.20,y\nE2,5,z\n");
    invoices = studio.imported(anyKey(), file, Map.of());
  }

  @AfterEach
  void stop() {
    // Archived, so that its file is not looked for by the next test, which has another folder.
    studio.datasets.list(false).forEach(each -> studio.datasets.archive(each.id(), ANNA));
    studio.close();
  }

  @Test
  void aDerivationMakesADataSetWithItsLineage() {
    var target = features.created(anyKey());
    var sql = "SELECT firm AS subject, sum(amount) AS sales FROM " + invoices.key() + " GROUP BY 1";

    var result = features.derived(target, sql, "subject");

    assertThat(result.rows()).isEqualTo(2);
    assertThat(studio.rows.page(target.id(), RowQuery.page(0, 10).sorted("subject", false)).rows())
        .extracting(Row::values)
        .containsExactly(
            List.of("E1", new BigDecimal("0.3")), List.of("E2", new BigDecimal("5.0")));
    var lineage = features.derived.lineage(target.id(), 1).orElseThrow();
    assertThat(lineage.sql()).isEqualTo(sql);
    assertThat(lineage.subject()).isEqualTo("subject");
    assertThat(lineage.sources())
        .containsExactly(new Lineage.Source(invoices.id(), 1, List.of("firm", "amount")));
    assertThat(features.derived.derivedFrom(invoices.id())).containsExactly(target.id());
    assertThat(
            studio.audit.search(AuditQuery.ofThing("dataset", target.id().toString(), 9)).entries())
        .extracting(entry -> entry.action())
        .contains(AuditAction.DERIVATION_RUN);
  }

  @Test
  void theSameSelectOverTheSameDataIsTheSameSnapshot() {
    var one = features.created(anyKey());
    var other = features.created(anyKey());
    var sql = "SELECT firm, count(*) AS n FROM " + invoices.key() + " GROUP BY 1";

    features.derived(one, sql, "firm");
    features.derived(other, sql, "firm");

    assertThat(current(one).digest()).isEqualTo(current(other).digest());
  }

  @Test
  void aSubjectInTwoRowsIsRefusedWithAnExample() {
    var target = features.created(anyKey());

    var result = features.derived(target, "SELECT firm, amount FROM " + invoices.key(), "firm");

    assertThat(result.snapshot()).isNull();
    assertThat(result.duplicates()).containsExactly("E1");
    assertThat(studio.datasets.get(target.id()).current()).isNull();
  }

  @Test
  void aMissingSubjectColumnIsRefused() {
    var target = features.created(anyKey());

    var result = features.derived(target, "SELECT amount FROM " + invoices.key(), "firm");

    assertThat(Objects.requireNonNull(result.problem()).code())
        .isEqualTo(SqlProblem.Code.NO_SUBJECT);
  }

  @Test
  void aProblemKeepsItsPlaceThroughTheJob() {
    var target = features.created(anyKey());

    var result = features.derived(target, "SELECT firm,\n  amuont FROM " + invoices.key(), "firm");

    var problem = Objects.requireNonNull(result.problem());
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.column()).isEqualTo(3);
    assertThat(result.snapshot()).isNull();
  }

  @Test
  void aPreviewShowsTheFirstHundredRows() {
    var preview =
        features.derived.preview(
            "SELECT i AS n, firm FROM " + invoices.key() + ", range(100) r(i) ORDER BY 1, 2",
            new Cancellation());

    assertThat(preview)
        .isInstanceOfSatisfying(
            DerivationPreview.Shown.class,
            shown -> {
              assertThat(shown.rows()).hasSize(100);
              assertThat(shown.rows().get(3)).containsExactly(BigDecimal.ONE, "E1");
            });
  }

  @Test
  void aRunningDerivationIsCancelled() {
    var target = features.created(anyKey());
    var job =
        features.derived.submit(
            new DerivationRequest(
                target.id(),
                "SELECT sum(a.i * b.i % 7) AS s FROM range(10000000) a(i), range(10000000) b(i), "
                    + invoices.key(),
                "s"),
            ANNA);
    while (studio.jobs.find(job).orElseThrow().state() == JobState.QUEUED) {
      Thread.onSpinWait();
    }

    studio.jobs.cancel(job, ANNA);

    assertThat(studio.ended(job).state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void aColumnCarriesTheFeatureOfItsNameUnlessAnotherWasSaid() {
    var data = FeatureData.of("金额", "Amount", FactType.NUMBER, "CNY");
    features.features.create(new FeatureName("amount"), data, ANNA);
    features.features.create(new FeatureName("remark"), data, ANNA);

    var byName = features.features.mapping(invoices);
    features.features.map(invoices, Map.of("note", new FeatureName("remark")), ANNA);
    var said = features.features.mapping(invoices);

    assertThat(byName).isEqualTo(Map.of("amount", new FeatureName("amount")));
    assertThat(said)
        .isEqualTo(Map.of("amount", new FeatureName("amount"), "note", new FeatureName("remark")));
  }

  private Snapshot current(Dataset dataset) {
    return Objects.requireNonNull(studio.datasets.get(dataset.id()).current());
  }
}
