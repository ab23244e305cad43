package org.rulewright.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.database.PostgresTest;
import org.rulewright.decisionlog.DecisionId;
import org.springframework.jdbc.core.JdbcTemplate;

@PostgresTest
final class PortfolioRowsTest {

  private final JdbcTemplate database;
  private final PortfolioRows rows;
  private final PortfolioRunId run = PortfolioRunId.fresh();

  PortfolioRowsTest(DataSource database) {
    this.database = new JdbcTemplate(database);
    this.rows = new PortfolioRows(this.database);
  }

  @BeforeEach
  void aRun() {
    var dataset = UUID.randomUUID();
    database.update(
        """
        insert into rw.strategy (key, name_zh, name_en, purpose, created_kind, created_by,
          created_by_name) values ('rows', '行', 'Rows', '', 'USER', 'u', 'U')
        on conflict do nothing
        """);
    database.update(
        """
        insert into rw.dataset (id, key, name, description, kind, created_by, created_by_name,
          created_at) values (?, ?, 'rows', '', 'IMPORTED', 'u', 'U', now())
        """,
        dataset,
        "rows_" + dataset.toString().replace('-', '_'));
    database.update(
        """
        insert into rw.portfolio_run (id, job, environment, strategy, release_digest, dataset,
          snapshot, snapshot_digest, subject_column, started_by, started_by_name, started_at)
        values (?, ?, 'test', 'rows', '', ?, 1, '', 'code', 'u', 'U', now())
        """,
        run.value(),
        UUID.randomUUID(),
        dataset);
  }

  @Test
  void everyColumnIsKeptAsItIs() {
    var decision = DecisionId.next();
    var decided =
        new PortfolioRow(
            7,
            decision,
            "APPROVE",
            "A\tB\\",
            new BigDecimal("-0.50"),
            new BigDecimal("1200000"),
            new BigDecimal("0.0465"),
            List.of("好", "a,\"b\""),
            null,
            true);
    rows.insert(run, List.of(decided, refused(8, "没有\n主体")));

    assertThat(count("decision = '" + decision.value() + "' and verdict = 'APPROVE'")).isEqualTo(1);
    assertThat(count("grade = E'A\\tB\\\\' and score::text = '-0.50' and amount = 1200000"))
        .isEqualTo(1);
    assertThat(count("rate::text = '0.0465' and reason_codes = array['好', 'a,\"b\"'] and bad"))
        .isEqualTo(1);
    assertThat(count("row_number = 8 and problem = E'没有\\n主体' and bad is null")).isEqualTo(1);
    assertThat(count("row_number = 8 and decision is null and reason_codes = '{}'")).isEqualTo(1);
  }

  @Test
  void rowsFromBeforeAnInterruptionStayAndTheOthersAreAdded() {
    rows.insert(run, refused(0, 600, "first"));
    rows.insert(run, refused(400, 1_000, "second"));

    assertThat(count("problem = 'first'")).isEqualTo(600);
    assertThat(count("problem = 'second' and row_number >= 600")).isEqualTo(400);
    assertThat(count("true")).isEqualTo(1_000);
  }

  private static List<PortfolioRow> refused(long from, long to, String problem) {
    return LongStream.range(from, to).mapToObj(number -> refused(number, problem)).toList();
  }

  private static PortfolioRow refused(long number, @Nullable String problem) {
    return new PortfolioRow(number, null, null, null, null, null, null, List.of(), problem, null);
  }

  private int count(String condition) {
    var found =
        database.queryForObject(
            "select count(*) from rw.portfolio_row where run = ? and " + condition,
            Integer.class,
            run.value());
    return found == null ? -1 : found;
  }
}
