package org.rulewright.simulation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.rulewright.dataset.DatasetId;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.job.JobId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs, their rows and allocations in the database. */
@Repository
class PortfolioStore {
  private static final String SELECTED =
      """
      from rw.portfolio_row r left join rw.portfolio_allocation a using (run, row_number)
      where r.run = :run
        and (:verdict::text is null or r.verdict = :verdict)
        and (:grade::text is null or r.grade = :grade)
        and (:words::text is null or :words = any(r.reason_codes)
          or r.row_number = any(:numbers::bigint[]))
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final SubjectNames subjects;
  private final PortfolioRows added;

  PortfolioStore(JdbcClient jdbc, JdbcTemplate template, SubjectNames subjects) {
    this.jdbc = jdbc;
    this.template = template;
    this.added = new PortfolioRows(template);
    this.subjects = subjects;
  }

  void insert(PortfolioRun run) {
    jdbc.sql(
            """
            insert into rw.portfolio_run (id, job, environment, strategy, release_digest, dataset,
              snapshot, snapshot_digest, subject_column, outcome_column, budget, started_by,
              started_by_name, started_at)
            values (:id, :job, :environment, :strategy, :release, :dataset, :snapshot, :digest,
              :subject, :outcome, :budget::jsonb, :by, :byName, :at)
            """)
        .param("id", run.id().value())
        .param("job", run.job().value())
        .param("environment", run.environment())
        .param("strategy", run.strategy().value())
        .param("release", run.releaseDigest())
        .param("dataset", run.dataset().value())
        .param("snapshot", run.snapshot())
        .param("digest", run.snapshotDigest())
        .param("subject", run.subjectColumn())
        .param("outcome", run.outcomeColumn(), Types.VARCHAR)
        .param("budget", BudgetJson.write(run.budget()), Types.VARCHAR)
        .param("by", run.startedBy())
        .param("byName", run.startedByName())
        .param("at", run.startedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void finish(PortfolioRunId id, Instant at) {
    jdbc.sql("update rw.portfolio_run set finished_at = :at where id = :id")
        .param("id", id.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<PortfolioRun> find(PortfolioRunId id) {
    return jdbc.sql("select * from rw.portfolio_run where id = :id")
        .param("id", id.value())
        .query(PortfolioStore::run)
        .optional();
  }

  List<PortfolioRun> list(int limit) {
    return jdbc.sql("select * from rw.portfolio_run order by started_at desc limit :limit")
        .param("limit", limit)
        .query(PortfolioStore::run)
        .list();
  }

  /** Adds rows; a row that is there already, from before an interruption, stays. */
  void insertRows(PortfolioRunId run, List<PortfolioRow> rows) {
    added.insert(run, rows);
  }

  void insertAllocation(PortfolioRunId run, List<RankedAllotment> allotments) {
    template.batchUpdate(
        """
        insert into rw.portfolio_allocation (run, row_number, rank, allotment, granted,
          expected_profit)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        allotments,
        Math.max(1, allotments.size()),
        (statement, each) -> {
          statement.setObject(1, run.value());
          statement.setLong(2, each.row());
          statement.setInt(3, each.rank());
          statement.setString(4, each.allotted().allotment().name());
          statement.setBigDecimal(5, each.allotted().granted());
          statement.setBigDecimal(6, each.allotted().expectedProfit());
        });
  }

  /** What the allocation gave to a row. */
  record RankedAllotment(long row, int rank, Allocated allotted) {}

  /** Returns the approved rows that have all that an offer needs. */
  List<PortfolioRow> offered(PortfolioRunId run) {
    return jdbc.sql(
            """
            select * from rw.portfolio_row
            where run = :run and verdict = 'APPROVE' and amount > 0 and rate is not null
              and grade is not null
            order by row_number
            """)
        .param("run", run.value())
        .query(PortfolioStore::row)
        .list();
  }

  long count(PortfolioRun run, RowSelection selection) {
    return selected("select count(*) " + SELECTED, run, selection).query(Long.class).single();
  }

  List<ListedRow> rows(
      PortfolioRun run, RowSelection selection, RowOrder order, long offset, int limit) {
    var sql =
        "select r.*, a.allotment, a.granted, a.expected_profit %s order by %s limit :limit offset :offset"
            .formatted(SELECTED, order.sql());
    var found =
        selected(sql, run, selection)
            .param("limit", limit)
            .param("offset", offset)
            .query(PortfolioStore::listed)
            .list();
    var names = subjects.of(run, found.stream().map(each -> each.row().number()).toList());
    return found.stream()
        .map(each ->
            new ListedRow(
                names.getOrDefault(each.row().number(), ""),
                each.row(),
                each.allotment(),
                each.granted(),
                each.expectedProfit()))
        .toList();
  }

  private JdbcClient.StatementSpec selected(String sql, PortfolioRun run, RowSelection selection) {
    var words = selection.words();
    var numbers = words == null ? List.<Long>of() : subjects.numbers(run, words);
    return jdbc.sql(sql)
        .param("run", run.id().value())
        .param("verdict", selection.verdict(), Types.VARCHAR)
        .param("grade", selection.grade(), Types.VARCHAR)
        .param("words", words, Types.VARCHAR)
        .param("numbers", numbers.toArray(Long[]::new));
  }

  private static ListedRow listed(ResultSet result, int line) throws SQLException {
    var allotment = result.getString("allotment");
    return new ListedRow(
        "",
        row(result, line),
        allotment == null ? null : Allotment.valueOf(allotment),
        result.getBigDecimal("granted"),
        result.getBigDecimal("expected_profit"));
  }

  private static PortfolioRow row(ResultSet result, int line) throws SQLException {
    var decision = result.getObject("decision", UUID.class);
    return new PortfolioRow(
        result.getLong("row_number"),
        decision == null ? null : new DecisionId(decision),
        result.getString("verdict"),
        result.getString("grade"),
        result.getBigDecimal("score"),
        result.getBigDecimal("amount"),
        result.getBigDecimal("rate"),
        texts(result.getArray("reason_codes")),
        result.getString("problem"),
        result.getObject("bad", Boolean.class));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static PortfolioRun run(ResultSet result, int line) throws SQLException {
    return new PortfolioRun(
        new PortfolioRunId(result.getObject("id", UUID.class)),
        JobId.of(result.getString("job")),
        result.getString("environment"),
        new StrategyKey(result.getString("strategy")),
        result.getString("release_digest"),
        DatasetId.of(result.getString("dataset")),
        result.getInt("snapshot"),
        result.getString("snapshot_digest"),
        result.getString("subject_column"),
        result.getString("outcome_column"),
        BudgetJson.read(result.getString("budget")),
        result.getString("started_by"),
        result.getString("started_by_name"),
        result.getObject("started_at", OffsetDateTime.class).toInstant(),
        instant(result.getObject("finished_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
