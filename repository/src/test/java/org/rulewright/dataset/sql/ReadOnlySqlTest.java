package org.rulewright.dataset.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.snapshot.DuckLimits;
import org.rulewright.dataset.snapshot.DuckSession;
import org.rulewright.dataset.snapshot.SnapshotFiles;
import org.rulewright.dataset.snapshot.SnapshotWriter;
import org.rulewright.dataset.snapshot.StoredColumn;
import org.rulewright.dataset.source.ColumnType;
import org.rulewright.dataset.sql.SqlProblem.Code;

final class ReadOnlySqlTest {
  private static final String DIGEST = "ab".repeat(32);

  @TempDir private Path folder;
  private SnapshotFiles files;
  private SqlTable invoices;
  private ReadOnlySql sql;

  @BeforeEach
  void threeInvoices() {
    files = new SnapshotFiles(folder);
    var columns =
        List.of(
            StoredColumn.of("企业代号", ColumnType.TEXT),
            StoredColumn.decimal("amount", 6, 2),
            StoredColumn.of("status", ColumnType.TEXT));
    try (var writer = SnapshotWriter.open(files, columns, DuckLimits.DEFAULT)) {
      writer.add(new Object[] {"E1", new BigDecimal("0.10"), "ok"});
      writer.add(new Object[] {"E1", new BigDecimal("0.20"), "ok"});
      writer.add(new @Nullable Object[] {"E2", new BigDecimal("5"), null});
      writer.finish(DIGEST);
    }
    invoices =
        new SqlTable(
            "invoices", files.path(DIGEST), columns.stream().map(StoredColumn::column).toList());
    sql = new ReadOnlySql(files.scratch(), SqlLimits.PREVIEW);
  }

  @Test
  void aSelectIsAnsweredExactlyAndSaysWhatItUsed() {
    var rows = new Kept();

    var result =
        sql.run(
            "SELECT 企业代号 AS subject, sum(amount) AS sales FROM invoices GROUP BY 1 ORDER BY 1",
            List.of(invoices),
            rows,
            new Cancellation());

    assertThat(rows.rows)
        .containsExactly(
            List.of("E1", new BigDecimal("0.30")), List.of("E2", new BigDecimal("5.00")));
    assertThat(result)
        .isInstanceOfSatisfying(
            SqlResult.Answered.class,
            answered -> {
              assertThat(answered.rows()).isEqualTo(2);
              assertThat(answered.columns())
                  .extracting(StoredColumn::column)
                  .containsExactly(
                      new Column("subject", ColumnType.TEXT),
                      new Column("sales", ColumnType.NUMBER));
              assertThat(answered.uses())
                  .containsExactly(new SqlUse("invoices", List.of("企业代号", "amount")));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH a AS (SELECT 企业代号 e, amount FROM invoices) SELECT e, sum(amount) FILTER (WHERE amount > 0) s FROM a GROUP BY e",
        "SELECT i.* FROM invoices i JOIN invoices j USING (企业代号)",
        "SELECT 企业代号, row_number() OVER (PARTITION BY 企业代号 ORDER BY amount) n FROM invoices QUALIFY n = 1",
        "SELECT DISTINCT 企业代号, CASE WHEN amount BETWEEN 0 AND 1 THEN 'small' ELSE status END c FROM invoices",
        "SELECT 企业代号, date_diff('month', DATE '2017-01-01', DATE '2018-01-01') m FROM invoices LIMIT 1",
        "SELECT count(*) n FROM invoices",
        "SELECT a FROM (VALUES (1), (2)) v(a) UNION ALL SELECT 3",
        "SELECT s.i FROM range(3) s(i) WHERE EXISTS (SELECT 1 FROM invoices)",
        "SELECT 企业代号, (SELECT max(amount) FROM invoices x WHERE x.企业代号 = y.企业代号) m FROM invoices y",
        "SELECT 企业代号, list_sum(list_transform([1, 2], lambda v: v + 1)) m, amount::DOUBLE d, try_cast(status AS DATE) t FROM invoices",
        "FROM invoices SELECT 企业代号, quantile_cont(amount, 0.5) OVER () q, stddev(amount) OVER () sd",
        "SELECT 企业代号, sum(amount) s FROM invoices GROUP BY ROLLUP (企业代号) HAVING count(*) > 0 ORDER BY ALL DESC NULLS LAST LIMIT 10 OFFSET 0;"
      })
  void whatADerivationNeedsIsAllowed(String select) {
    assertThat(sql.run(select, List.of(invoices), new Kept(), new Cancellation()))
        .isInstanceOf(SqlResult.Answered.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      value = {
        "COPY invoices TO '/tmp/out.csv'^NOT_A_SELECT",
        "COPY (SELECT 1) TO '/tmp/out.parquet' (FORMAT parquet, USE_TMP_FILE false)^NOT_A_SELECT",
        "ATTACH '/tmp/x.db' AS x^NOT_A_SELECT",
        "INSTALL httpfs^NOT_A_SELECT",
        "LOAD httpfs^NOT_A_SELECT",
        "PRAGMA database_list^NOT_A_SELECT",
        "SET memory_limit = '100GB'^NOT_A_SELECT",
        "RESET lock_configuration^NOT_A_SELECT",
        "CALL pragma_version()^NOT_A_SELECT",
        "EXPORT DATABASE '/tmp/e'^NOT_A_SELECT",
        "CREATE TABLE t AS SELECT 1^NOT_A_SELECT",
        "INSERT INTO invoices SELECT * FROM invoices^NOT_A_SELECT",
        "UPDATE invoices SET amount = 0^NOT_A_SELECT",
        "DELETE FROM invoices^NOT_A_SELECT",
        "DROP TABLE invoices^NOT_A_SELECT",
        "EXPLAIN ANALYZE SELECT 1^NOT_A_SELECT",
        "PREPARE p AS SELECT 1^NOT_A_SELECT",
        "CHECKPOINT^NOT_A_SELECT",
        "WITH x AS (INSERT INTO invoices VALUES (1)) SELECT 1^FORBIDDEN_PART",
        "DESCRIBE invoices^FORBIDDEN_PART",
        "SHOW TABLES^FORBIDDEN_PART",
        "SUMMARIZE invoices^FORBIDDEN_PART",
        "SELECT 1; SELECT 2^MORE_THAN_ONE_STATEMENT",
        "SELECT 1; DROP TABLE invoices^NOT_A_SELECT",
        "SELECT * FROM read_csv('/etc/passwd')^FORBIDDEN_FUNCTION",
        "SELECT * FROM read_text('/etc/passwd')^FORBIDDEN_FUNCTION",
        "SELECT * FROM read_blob('../../secret')^FORBIDDEN_FUNCTION",
        "SELECT * FROM read_parquet('../*.parquet')^FORBIDDEN_FUNCTION",
        "SELECT * FROM glob('/**')^FORBIDDEN_FUNCTION",
        "SELECT * FROM parquet_scan('x')^FORBIDDEN_FUNCTION",
        "SELECT * FROM sniff_csv('/etc/passwd')^FORBIDDEN_FUNCTION",
        "SELECT * FROM query('SELECT 1')^FORBIDDEN_FUNCTION",
        "SELECT * FROM query_table('invoices')^FORBIDDEN_FUNCTION",
        "SELECT * FROM duckdb_settings()^FORBIDDEN_FUNCTION",
        "SELECT * FROM duckdb_secrets()^FORBIDDEN_FUNCTION",
        "SELECT (SELECT content FROM read_text('/etc/passwd')) FROM invoices^FORBIDDEN_FUNCTION",
        "SELECT * FROM '/etc/passwd'^UNKNOWN_TABLE",
        "SELECT * FROM '../x.parquet'^UNKNOWN_TABLE",
        "SELECT * FROM information_schema.tables^UNKNOWN_TABLE",
        "SELECT * FROM sqlite_master^UNKNOWN_TABLE",
        "SELECT * FROM main.invoices^UNKNOWN_TABLE",
        "SELECT random()^FORBIDDEN_FUNCTION",
        "SELECT now()^FORBIDDEN_FUNCTION",
        "SELECT current_date^FORBIDDEN_FUNCTION",
        "SELECT uuid()^FORBIDDEN_FUNCTION",
        "SELECT current_setting('temp_directory')^FORBIDDEN_FUNCTION",
        "SELECT sleep_ms(1000)^FORBIDDEN_FUNCTION",
        "SELECT * FROM invoices TABLESAMPLE 10%^FORBIDDEN_PART",
        "SELECT * FROM invoices WHERE amount > $1^FORBIDDEN_PART",
        "SELECT [1, 2] AS many^UNUSABLE_COLUMN_TYPE",
        "SELECT 1 AS a, 2 AS A^COLUMN_TWICE",
        "''^EMPTY",
        "-- nothing^EMPTY"
      })
  void whatReachesBeyondIsRefused(String select, Code code) {
    assertThat(code(sql.check(select, List.of(invoices)))).isEqualTo(code);
    assertThat(code(sql.run(select, List.of(invoices), new Kept(), new Cancellation())))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO '%s' (FORMAT parquet, USE_TMP_FILE false)",
        "COPY (SELECT 1) TO '%s'",
        "SELECT * FROM read_parquet('%s')",
        "SELECT * FROM '%s'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/proc/self/environ')",
        "ATTACH '%s.db'",
        "EXPORT DATABASE '%s.export'",
        "INSTALL httpfs",
        "LOAD '%s'",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET allowed_directories = ['/']",
        "RESET enable_external_access",
        "SET temp_directory = '/tmp'"
      })
  void theLockAloneHoldsTooWithoutTheCheck(String attack) throws SQLException, IOException {
    var file = files.path(DIGEST);
    var before = Files.readAllBytes(file);
    try (var session = DuckSession.inMemory(files.scratch(), DuckLimits.DEFAULT)) {
      session.execute("CREATE TABLE t AS SELECT * FROM read_parquet('" + file + "')");
      session.lock();

      assertThatThrownBy(() -> session.execute(attack.replace("%s", file.toString())))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(disabled|locked).*");
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void anErrorPointsAtItsPlaceEvenBehindChineseText() {
    var unknown = problem("SELECT 企业代号,\n  '销售额' AS 名称, amuont FROM invoices");
    var syntax = problem("SELECT 企业代号\nFORM invoices x y");
    var table = problem("SELECT *\n  FROM facturas");

    assertThat(unknown.code()).isEqualTo(Code.INVALID);
    assertThat(List.of(unknown.line(), unknown.column())).containsExactly(2, 16);
    assertThat(unknown.message(Locale.ENGLISH)).contains("amuont").contains("amount");
    assertThat(syntax.code()).isEqualTo(Code.SYNTAX);
    assertThat(syntax.line()).isEqualTo(2);
    assertThat(table.code()).isEqualTo(Code.UNKNOWN_TABLE);
    assertThat(List.of(table.line(), table.column())).containsExactly(2, 8);
    assertThat(table.message(Locale.CHINESE)).contains("facturas").contains("invoices");
  }

  @Test
  void anErrorThatOnlyTheRowsBringPointsAtItsPlaceToo() {
    var result =
        sql.run(
            "SELECT 企业代号,\n CAST(status AS INTEGER) AS n FROM invoices",
            List.of(invoices),
            new Kept(),
            new Cancellation());

    assertThat(result)
        .isInstanceOfSatisfying(
            SqlResult.Refused.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(Code.INVALID);
              assertThat(refused.problem().line()).isEqualTo(2);
              assertThat(refused.problem().message(Locale.ENGLISH)).contains("'ok'");
            });
  }

  @Test
  void aDivisionByZeroIsRefusedWithTheRowAndTheRemedy() {
    var result =
        sql.run(
            "SELECT 企业代号, amount / (amount - 5) AS ratio FROM invoices ORDER BY 1",
            List.of(invoices),
            new Kept(),
            new Cancellation());

    assertThat(result)
        .isInstanceOfSatisfying(
            SqlResult.Refused.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(Code.NOT_FINITE);
              assertThat(refused.problem().message(Locale.ENGLISH))
                  .contains("ratio", "E2", "nullif");
            });
  }

  @Test
  void aSelectWithoutEndIsStoppedByItsTimeLimit() {
    var impatient =
        new ReadOnlySql(files.scratch(), new SqlLimits(DuckLimits.DEFAULT, Duration.ofMillis(300)));

    assertThat(code(impatient.run(ENDLESS, List.of(invoices), new Kept(), new Cancellation())))
        .isEqualTo(Code.TIME_LIMIT);
  }

  @Test
  void aSelectWithoutEndIsStoppedByCancelling() throws InterruptedException {
    var cancellation = new Cancellation();
    var canceller = Thread.ofVirtual().start(() -> cancelSoon(cancellation));

    assertThat(code(sql.run(ENDLESS, List.of(invoices), new Kept(), cancellation)))
        .isEqualTo(Code.CANCELLED);
    canceller.join();
  }

  @Test
  void aSelectThatNeedsTooMuchMemoryIsStopped() {
    var small =
        new ReadOnlySql(
            files.scratch(), new SqlLimits(new DuckLimits(40, 1, 1), Duration.ofMinutes(1)));

    var result =
        small.run(
            "SELECT i, md5(i::VARCHAR) h FROM range(20000000) t(i) ORDER BY h",
            List.of(invoices),
            new Kept(),
            new Cancellation());

    assertThat(code(result)).as(result.toString()).isEqualTo(Code.MEMORY_LIMIT);
  }

  @Test
  void nothingIsLeftBehindInTheScratchFolder() throws IOException {
    sql.run("SELECT 1 AS one", List.of(invoices), new Kept(), new Cancellation());

    try (var left = Files.list(files.scratch())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void everyProblemHasWordsInBothLanguages() {
    for (var suffix : List.of("", "_en")) {
      var words = ResourceBundle.getBundle("org.rulewright.dataset.sql.problems" + suffix);
      for (var code : Code.values()) {
        assertThat(words.getString(code.name())).isNotBlank();
      }
    }
  }

  private static final String ENDLESS =
      "SELECT sum(a.i * b.i % 7) AS s FROM range(10000000) a(i), range(10000000) b(i)";

  private static void cancelSoon(Cancellation cancellation) {
    try {
      Thread.sleep(200);
      cancellation.cancel();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SqlProblem problem(String select) {
    return ((SqlResult.Refused) sql.check(select, List.of(invoices))).problem();
  }

  private static @Nullable Code code(SqlResult result) {
    return result instanceof SqlResult.Refused(SqlProblem problem) ? problem.code() : null;
  }

  private static final class Kept implements SqlRows {
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    @Override
    public void columns(List<StoredColumn> columns) {
      rows.clear();
    }

    @Override
    public boolean row(@Nullable Object[] values) {
      rows.add(Arrays.asList(values.clone()));
      return rows.size() < 1_000_000;
    }
  }
}
