package org.rulewright.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rulewright.dataset.TestDatasets.ANNA;
import static org.rulewright.dataset.TestDatasets.anyKey;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.database.PostgresTest;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.snapshot.Comparison;
import org.rulewright.dataset.snapshot.RowPage;
import org.rulewright.dataset.snapshot.RowQuery;
import org.rulewright.dataset.source.ColumnType;
import org.rulewright.dataset.source.SourceOptions;
import org.rulewright.job.JobFailure;
import org.rulewright.job.JobState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
final class DatasetsTest {
  private static final String LOANS =
      """
      借款人,金额,日期,结果,备注
      张三,"1,200.50",2017-07-18,P I F,a
      李四,￥3万,2017/7/19,CHGOFF,"=cmd()"
      王五,abc,2017-07-20,P I F,
      赵六,7,2017-02-30,P I F,b
      """;

  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  @TempDir private Path folder;
  private TestDatasets studio;

  DatasetsTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void start() {
    studio = new TestDatasets(jdbc, transactions, folder).started();
  }

  @AfterEach
  void stop() {
    studio.close();
  }

  @Test
  void goodRowsAreKeptAndBadOnesReportedByTheirPlace() throws IOException {
    var dataset = studio.created(anyKey());

    var result = imported(dataset, LOANS, RowErrorPolicy.KEEP_GOOD_ROWS);

    assertThat(result.kept()).isTrue();
    assertThat(result.rows()).isEqualTo(2);
    assertThat(result.refusedRows()).isEqualTo(2);
    assertThat(page(dataset, RowQuery.page(0, 10)).rows())
        .extracting(row -> row.values().subList(0, 4))
        .containsExactly(
            List.of("张三", new BigDecimal("1200.5"), LocalDate.of(2017, 7, 18), "P I F"),
            List.of("李四", new BigDecimal("30000.0"), LocalDate.of(2017, 7, 19), "CHGOFF"));
    assertThat(report(result))
        .contains("4,金额,abc,NOT_A_NUMBER,不是数字,not a number")
        .contains("5,日期,2017-02-30,NO_SUCH_DAY");
  }

  @Test
  void everythingIsRefusedWhereThatWasChosen() throws IOException {
    var dataset = studio.created(anyKey());

    var result = imported(dataset, LOANS, RowErrorPolicy.REFUSE_ALL);

    assertThat(result.kept()).isFalse();
    assertThat(report(result)).contains("NOT_A_NUMBER").contains("NO_SUCH_DAY");
    assertThat(studio.datasets.get(dataset.id()).current()).isNull();
  }

  @Test
  void aSnapshotIsNamedByBytesAndOptionsAlone() throws IOException {
    var one = studio.created(anyKey());
    var other = studio.created(anyKey());
    imported(one, LOANS, RowErrorPolicy.KEEP_GOOD_ROWS);
    imported(other, LOANS, RowErrorPolicy.KEEP_GOOD_ROWS);
    var first = current(one);

    var upload = studio.upload(LOANS);
    var changed = studio.preview(upload).options();
    changed = changed.withColumn(4, changed.columns().get(4).dropped());
    run(one, upload, changed, RowErrorPolicy.KEEP_GOOD_ROWS);

    assertThat(current(other).digest()).isEqualTo(first.digest());
    assertThat(current(one).digest()).isNotEqualTo(first.digest());
    assertThat(current(one).number()).isEqualTo(2);
    assertThat(current(one).columns()).hasSize(4);
    assertThat(studio.datasets.snapshots(one.id()))
        .extracting(Snapshot::number)
        .containsExactly(2, 1);
  }

  @Test
  void decimalsAreKeptToTheirLastDigit() throws IOException {
    var dataset = studio.created(anyKey());

    imported(
        dataset,
        "n,x\n0.08994520199999999,1\n99999999999999999999,2\n-0.1,3\n",
        RowErrorPolicy.REFUSE_ALL);

    assertThat(page(dataset, RowQuery.page(0, 10)).rows())
        .extracting(
            row -> ((BigDecimal) row.values().getFirst()).stripTrailingZeros().toPlainString())
        .containsExactly("0.08994520199999999", "99999999999999999999", "-0.1");
  }

  @Test
  void rowsAreFilteredSortedAndPaged() throws IOException {
    var dataset = studio.created(anyKey());
    var text = new StringBuilder("name,amount,day\n");
    for (int i = 0; i < 100; i++) {
      text.append("n_").append(i % 7).append(',').append(i).append(",2020-01-").append(10 + i % 10);
      text.append('\n');
    }
    imported(dataset, text.toString(), RowErrorPolicy.REFUSE_ALL);

    var page =
        page(
            dataset,
            RowQuery.page(1, 2)
                .where("name", Comparison.CONTAINS, "N_3")
                .where("amount", Comparison.AT_LEAST, "10")
                .where("day", Comparison.LESS, "2020-01-19")
                .sorted("amount", true));

    assertThat(page.total()).isEqualTo(12);
    assertThat(page.rows())
        .extracting(row -> row.values().get(1))
        .containsExactly(new BigDecimal("87"), new BigDecimal("80"));
    assertThat(page.rows().getFirst().number()).isEqualTo(87);
    assertThat(page(dataset, RowQuery.page(0, 5).where("name", Comparison.CONTAINS, "%")).total())
        .isZero();
    assertThatThrownBy(() -> page(dataset, RowQuery.page(0, 5).sorted("amount; DROP", true)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void statisticsAreMadeForEachColumn() throws IOException {
    var dataset = studio.created(anyKey());
    imported(dataset, "k,v\na,1\na,2\nb,\nc,5\n", RowErrorPolicy.REFUSE_ALL);

    var numbers = studio.rows.statistics(dataset.id(), "v");
    var texts = studio.rows.statistics(dataset.id(), "k");

    assertThat(numbers.rows()).isEqualTo(4);
    assertThat(numbers.missing()).isEqualTo(1);
    assertThat(numbers.minimum()).isEqualTo("1");
    assertThat(Objects.requireNonNull(numbers.mean()))
        .isCloseTo(8 / 3.0, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(numbers.quantiles()).hasSize(5);
    assertThat(texts.frequent().getFirst().value()).isEqualTo("a");
    assertThat(texts.frequent().getFirst().rows()).isEqualTo(2);
  }

  @Test
  void anOutcomeIsDefinedByColumnAndBadValuesAndKeepsItsHistory() throws IOException {
    var dataset = studio.created(anyKey());
    imported(dataset, LOANS, RowErrorPolicy.KEEP_GOOD_ROWS);

    var unknown = studio.datasets.defineOutcome(dataset.id(), outcome("nonsense"), ANNA);
    studio.datasets.defineOutcome(dataset.id(), outcome("备注"), ANNA);
    studio.datasets.defineOutcome(dataset.id(), outcome("结果"), ANNA);

    assertThat(unknown).isEqualTo(new OutcomeResult.UnknownColumn("nonsense"));
    var outcome = Objects.requireNonNull(studio.datasets.get(dataset.id()).outcome());
    assertThat(outcome.column()).isEqualTo("结果");
    assertThat(outcome.windowMonths()).isEqualTo(12);
    assertThat(outcome.isBad("CHGOFF")).isTrue();
    assertThat(outcome.isBad("P I F")).isFalse();
    assertThat(outcome.isBad(null)).isNull();
    assertThat(studio.datasets.outcomes(dataset.id()))
        .extracting(Outcome::column)
        .containsExactly("结果", "备注");
  }

  @Test
  void rowsAreFoundByWordsInAnyColumnAndComeInTheOrderAskedFor() throws IOException {
    var dataset = studio.created(anyKey());
    imported(dataset, LOANS, RowErrorPolicy.KEEP_GOOD_ROWS);
    var snapshot = Objects.requireNonNull(studio.datasets.get(dataset.id()).current());

    assertThat(borrowers(snapshot, RowQuery.page(0, 0).with("chgoff"))).containsExactly("李四");
    assertThat(borrowers(snapshot, RowQuery.page(0, 0).with("2017-07"))).contains("李四");
    assertThat(borrowers(snapshot, RowQuery.page(0, 0).with("%"))).isEmpty();
    var ascending = borrowers(snapshot, RowQuery.page(0, 0).sorted("金额", false));
    assertThat(borrowers(snapshot, RowQuery.page(0, 0).sorted("金额", true)))
        .hasSize(2)
        .isEqualTo(ascending.reversed());
    assertThat(studio.rows.count(snapshot, RowQuery.page(0, 0).with("chgoff"))).isEqualTo(1);
  }

  @Test
  void rowsAreReadByTheirNumbers() throws IOException {
    var dataset = studio.created(anyKey());
    imported(dataset, LOANS, RowErrorPolicy.KEEP_GOOD_ROWS);
    var snapshot = Objects.requireNonNull(studio.datasets.get(dataset.id()).current());
    var found = new HashMap<Long, Object>();

    studio.rows.pick(
        snapshot,
        "借款人",
        List.of(1L, 99L),
        row -> {
          found.put(row.number(), Objects.requireNonNull(row.values().getFirst()));
          return true;
        });

    assertThat(found).containsExactly(Map.entry(1L, "李四"));
  }

  @Test
  void anExportIsAudited() throws IOException {
    var dataset = studio.created(anyKey());
    imported(dataset, LOANS, RowErrorPolicy.KEEP_GOOD_ROWS);
    var snapshot = Objects.requireNonNull(studio.datasets.get(dataset.id()).current());

    studio.rows.enterExport(dataset, snapshot, Map.of("format", "xlsx"), ANNA);

    assertThat(actions(dataset))
        .containsExactly(
            AuditAction.RECORDS_EXPORTED,
            AuditAction.DATASET_IMPORTED,
            AuditAction.DATASET_CHANGED);
  }

  private List<Object> borrowers(Snapshot snapshot, RowQuery query) {
    var names = new ArrayList<Object>();
    studio.rows.scan(
        snapshot, query, row -> names.add(Objects.requireNonNull(row.values().getFirst())));
    return names;
  }

  @Test
  void anArchivedDataSetIsListedApartAndStillRead() throws IOException {
    var dataset = studio.created(anyKey());
    imported(dataset, LOANS, RowErrorPolicy.KEEP_GOOD_ROWS);

    studio.datasets.archive(dataset.id(), ANNA);

    assertThat(studio.datasets.list(false)).extracting(Dataset::id).doesNotContain(dataset.id());
    assertThat(studio.datasets.list(true)).extracting(Dataset::id).contains(dataset.id());
    assertThat(page(dataset, RowQuery.page(0, 10)).total()).isEqualTo(2);
    assertThat(studio.datasets.create(new NewDataset(dataset.key(), "x", ""), ANNA))
        .isEqualTo(new CreateResult.KeyTaken(dataset.key()));
  }

  @Test
  void aFileThatCannotBeReadFailsItsJobWithTheReason() throws IOException {
    var dataset = studio.created(anyKey());
    var good = studio.preview(studio.upload("a,b\n1,2\n")).options();
    var upload = studio.upload("a,b\n1,\"2\n");

    var job =
        studio.ended(
            studio.datasets.submitImport(
                new ImportRequest(
                    dataset.id(), upload, "../../etc/passwd", good, RowErrorPolicy.REFUSE_ALL),
                ANNA));

    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.failure()).isEqualTo(JobFailure.REFUSED);
    assertThat(job.error()).contains("第 2 行").contains("Line 2");
    assertThat(studio.datasets.preview(studio.upload("\0\1\2")))
        .isInstanceOf(PreviewResult.Unreadable.class);
  }

  @Test
  void aCancelledImportLeavesNothing() throws IOException {
    var dataset = studio.created(anyKey());
    var upload = studio.upload("n,text\n" + "1,abcdefgh\n".repeat(2_000_000));
    var options = studio.preview(upload).options();
    var id =
        studio.datasets.submitImport(
            new ImportRequest(dataset.id(), upload, "big.csv", options, RowErrorPolicy.REFUSE_ALL),
            ANNA);

    while (studio.jobs.find(id).orElseThrow().state() == JobState.QUEUED) {
      Thread.onSpinWait();
    }
    studio.jobs.cancel(id, ANNA);

    assertThat(studio.ended(id).state()).isEqualTo(JobState.CANCELLED);
    assertThat(studio.datasets.get(dataset.id()).current()).isNull();
    try (var left = Files.list(studio.files.scratch())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void rowsAreHandedOverOneByOneInOrder() throws IOException {
    var dataset = studio.created(anyKey());
    imported(dataset, "k,v\na,1\nb,2\nc,3\n", RowErrorPolicy.REFUSE_ALL);
    var seen = new ArrayList<Object>();

    studio.rows.scan(
        current(dataset),
        List.of("v"),
        row -> {
          seen.add(row.by(List.of(new Column("v", ColumnType.NUMBER))));
          return row.number() < 1;
        });

    assertThat(seen).hasToString("[{v=1}, {v=2}]");
  }

  private ImportResult imported(Dataset dataset, String text, RowErrorPolicy policy)
      throws IOException {
    var upload = studio.upload(text);
    var options = studio.preview(upload).options();
    return run(dataset, upload, withTypes(options), policy);
  }

  /** The first loans are half wrong, so their types are chosen rather than guessed. */
  private static SourceOptions withTypes(SourceOptions options) {
    return options.withColumns(
        options.columns().stream()
            .map(column ->
                switch (column.name()) {
                  case "金额", "n" -> column.as(ColumnType.NUMBER);
                  case "日期" -> column.as(ColumnType.DATE);
                  default -> column;
                })
            .toList());
  }

  private ImportResult run(
      Dataset dataset,
      org.rulewright.blob.Digest upload,
      SourceOptions options,
      RowErrorPolicy policy) {
    var id =
        studio.datasets.submitImport(
            new ImportRequest(dataset.id(), upload, "loans.csv", withTypes(options), policy), ANNA);
    var job = studio.ended(id);
    assertThat(job.state()).as(job.toString()).isEqualTo(JobState.DONE);
    return studio.datasets.importResult(id).orElseThrow();
  }

  private String report(ImportResult result) throws IOException {
    try (var in = studio.datasets.report(Objects.requireNonNull(result.report()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static OutcomeDefinition outcome(String column) {
    return new OutcomeDefinition(column, Set.of("CHGOFF"), 12, "charged off");
  }

  private Snapshot current(Dataset dataset) {
    return Objects.requireNonNull(studio.datasets.get(dataset.id()).current());
  }

  private RowPage page(Dataset dataset, RowQuery query) {
    return studio.rows.page(dataset.id(), query);
  }

  private List<AuditAction> actions(Dataset dataset) {
    return studio
        .audit
        .search(AuditQuery.ofThing("dataset", dataset.id().toString(), 100))
        .entries()
        .stream()
        .map(entry -> entry.action())
        .toList();
  }
}
