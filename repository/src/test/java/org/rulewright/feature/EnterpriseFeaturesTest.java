package org.rulewright.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.dataset.TestDatasets.ANNA;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.SharedData;
import org.rulewright.database.PostgresTest;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Outcome;
import org.rulewright.dataset.OutcomeDefinition;
import org.rulewright.dataset.Snapshot;
import org.rulewright.dataset.TestDatasets;
import org.rulewright.dataset.source.ColumnType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** 425 real enterprises with 1.1 million invoices: imported, and features derived of them. */
@PostgresTest
final class EnterpriseFeaturesTest {
  private static final System.Logger LOG = System.getLogger(EnterpriseFeaturesTest.class.getName());

  @TempDir private Path folder;

  @Test
  void realInvoicesBecomeFeaturesThatTellGoodFromBad(
      JdbcClient jdbc, PlatformTransactionManager transactions) throws IOException {
    SharedData.file("cumcm2020c/att2_output_invoices.csv.gz");
    try (var studio = new TestDatasets(jdbc, transactions, folder)) {
      var features = new TestFeatures(jdbc, transactions, studio);
      studio.started();
      long start = System.nanoTime();
      assertThat(imported(studio, "att1_input_invoices", ".csv.gz")).isEqualTo(210_947);
      assertThat(imported(studio, "att1_output_invoices", ".csv.gz")).isEqualTo(162_484);
      assertThat(imported(studio, "att2_input_invoices", ".csv.gz")).isEqualTo(395_175);
      assertThat(imported(studio, "att2_output_invoices", ".csv.gz")).isEqualTo(330_835);
      assertThat(imported(studio, "att1_enterprises", ".csv")).isEqualTo(123);
      assertThat(imported(studio, "att2_enterprises", ".csv")).isEqualTo(302);
      LOG.log(Level.INFO, "imported in {0} s", seconds(start));

      start = System.nanoTime();
      var known = derived(features, "att1", "\"信誉评级\"", "\"是否违约\"");
      var unknown = derived(features, "att2", "CAST(NULL AS VARCHAR)", "CAST(NULL AS BOOLEAN)");
      LOG.log(Level.INFO, "derived in {0} s", seconds(start));

      assertThat(current(studio, unknown).rows()).isEqualTo(302);
      studio.datasets.defineOutcome(
          known.id(), new OutcomeDefinition("defaulted", Set.of("true"), null, "是否违约"), ANNA);
      checkAgainstTheKnownDefaults(studio, studio.datasets.get(known.id()));
    }
  }

  private void checkAgainstTheKnownDefaults(TestDatasets studio, Dataset known) {
    var rows = rows(studio, known);
    var outcome = Objects.requireNonNull(known.outcome());

    assertThat(rows).hasSize(123);
    assertThat(defaultsByGrade(rows, outcome))
        .isEqualTo(Map.of("A", "0/27", "B", "1/38", "C", "2/34", "D", "24/24"));
    var numbers =
        known.columns().stream()
            .filter(column -> column.type() == ColumnType.NUMBER)
            .map(column -> column.name())
            .toList();
    assertThat(numbers).hasSizeGreaterThanOrEqualTo(15);
    assertThat(auc(rows, "annualSales", outcome)).isGreaterThan(0.85);
    assertThat(auc(rows, "activeMonths", outcome)).isGreaterThan(0.80);
    assertThat(auc(rows, "salesVolatility", outcome)).isLessThan(0.20);
    assertThat(auc(rows, "topCustomerShare", outcome)).isLessThan(0.35);
  }

  private static Map<String, String> defaultsByGrade(
      List<Map<String, @Nullable Object>> rows, Outcome outcome) {
    Map<String, int[]> counts = new TreeMap<>();
    for (var row : rows) {
      var count = counts.computeIfAbsent(String.valueOf(row.get("rating")), grade -> new int[2]);
      count[0] += Boolean.TRUE.equals(outcome.isBad(row.get("defaulted"))) ? 1 : 0;
      count[1]++;
    }
    Map<String, String> texts = new TreeMap<>();
    counts.forEach((grade, count) -> texts.put(grade, count[0] + "/" + count[1]));
    return texts;
  }

  /** How often a good enterprise has a higher value than a bad one; ties count half. */
  private static double auc(
      List<Map<String, @Nullable Object>> rows, String feature, Outcome outcome) {
    double won = 0;
    long pairs = 0;
    for (var bad : rows) {
      for (var good : rows) {
        if (Boolean.TRUE.equals(outcome.isBad(bad.get("defaulted")))
            && Boolean.FALSE.equals(outcome.isBad(good.get("defaulted")))) {
          int order = number(good, feature).compareTo(number(bad, feature));
          won += order > 0 ? 1 : order == 0 ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return won / pairs;
  }

  private static BigDecimal number(Map<String, @Nullable Object> row, String feature) {
    return (BigDecimal) Objects.requireNonNull(row.get(feature));
  }

  private static List<Map<String, @Nullable Object>> rows(TestDatasets studio, Dataset dataset) {
    var columns = dataset.columns();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    studio.rows.scan(
        current(studio, dataset),
        columns.stream().map(column -> column.name()).toList(),
        row -> rows.add(row.by(columns)));
    return rows;
  }

  private static long imported(TestDatasets studio, String name, String ending) throws IOException {
    var dataset = studio.imported(name, SharedData.file("cumcm2020c/" + name + ending), Map.of());
    return current(studio, dataset).rows();
  }

  private static Snapshot current(TestDatasets studio, Dataset dataset) {
    return Objects.requireNonNull(studio.datasets.get(dataset.id()).current());
  }

  private static Dataset derived(
      TestFeatures features, String prefix, String rating, String defaulted) throws IOException {
    var target = features.created(prefix + "_features");
    var sql =
        sql().replace("{p}", prefix).replace("{rating}", rating).replace("{defaulted}", defaulted);
    var result = features.derived(target, sql, "subject");
    assertThat(result.snapshot()).as(result.toString()).isEqualTo(1);
    return target;
  }

  private static String sql() throws IOException {
    try (var in =
        Objects.requireNonNull(
            EnterpriseFeaturesTest.class.getResourceAsStream("enterprise-features.sql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
