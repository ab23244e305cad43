package org.rulewright.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.rulewright.batch.Batch;
import org.rulewright.decision.FactColumn;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.FactRow;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.CompiledTable;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;

/** Goal 4: a table over many rows, against DuckDB's CASE WHEN on the same rows. */
final class BatchGoals {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
  private static final int RULES = 1_000;
  private static final int ROWS = 1_000_000;

  /** Four of DuckDB's row groups, so that both of its threads have as much to do. */
  private static final int ROWS_OF_DUCKDB = 4 * 122_880;

  private static final int ROUNDS = 3;
  private static final List<String> NAMES =
      List.of("sales", "months", "industry", "region", "exporter", "score");

  private BatchGoals() {}

  static void batch() {
    try {
      measure();
    } catch (SQLException | InterruptedException e) {
      TableGoals.note(e.toString());
      Goal.atLeast("4.rows-per-second-and-core", 20e6).missed("failed");
      Goal.atLeast("4.duckdb", 250).missed("failed");
    }
  }

  private static void measure() throws SQLException, InterruptedException {
    FactColumns facts = facts();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      create(duckdb, facts);
      for (int rules : List.of(10, 100)) {
        Figures figures = figures(rules, facts, statement);
        figures.note();
      }
      Figures figures = figures(RULES, facts, statement);
      figures.note();
      Goal.atLeast("4.rows-per-second-and-core", 20e6).measured(figures.one);
      Goal faster = Goal.atLeast("4.duckdb", 250);
      if (figures.equal) {
        faster.measured(figures.all / figures.duckdb);
      } else {
        faster.missed("answers-differ");
      }
    }
  }

  /**
   * Rows per second.
   *
   * @param one of one core
   * @param all of all
   * @param duckdb of all
   * @param equal whether every answer was
   */
  private record Figures(int rules, double one, double all, double duckdb, boolean equal) {
    void note() {
      TableGoals.note(
          "%,d rules, batch: %,.0f rows/s of one core, %,.0f of all; DuckDB %,.0f of all, answers %s"
              .formatted(rules, one, all, duckdb, equal ? "equal" : "DIFFERENT"));
    }
  }

  private static Figures figures(int rules, FactColumns facts, Statement statement)
      throws SQLException, InterruptedException {
    TableDefinition definition = CreditTable.of(rules, HitPolicy.FIRST);
    Set<String> inputs = new TreeSet<>(NAMES);
    CompiledTable table = CompiledTable.compile(definition, inputs, new TableGoals.Nobody());
    for (int i = 0; i < 20; i++) {
      Batch.on(1).evaluate(table, facts, AS_OF, false);
    }
    double one = rowsPerSecondOfOneCore(table, facts);
    List<Outcome> answers = Batch.onAllProcessors().evaluate(table, facts, AS_OF, false);
    String query = "SELECT i, " + caseWhen(definition) + " AS hit FROM facts";
    boolean equal = sameAnswers(statement, query, table, facts, answers);
    String sum = "SELECT sum(hit) FROM (" + query + ")";
    double all = 0;
    double best = 0;
    // in turns, so that what else the machine does meets both
    for (int i = 0; i < ROUNDS; i++) {
      all = Math.max(all, rowsPerSecond(Batch.onAllProcessors(), table, facts));
      long start = System.nanoTime();
      statement.executeQuery(sum).close();
      best = Math.max(best, ROWS_OF_DUCKDB / ((System.nanoTime() - start) / 1e9));
    }
    return new Figures(rules, one, all, best, equal);
  }

  /** By the processor time of this thread, so that other work on the machine does not count. */
  private static double rowsPerSecondOfOneCore(CompiledTable table, FactColumns facts) {
    return ROWS
        * Speed.perSecond(
            _ -> {
              try {
                return Batch.on(1).evaluate(table, facts, AS_OF, false);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            2,
            0.3);
  }

  private static double rowsPerSecond(Batch batch, CompiledTable table, FactColumns facts)
      throws InterruptedException {
    double best = 0;
    for (int i = 0; i < 15; i++) {
      long start = System.nanoTime();
      Speed.sink = batch.evaluate(table, facts, AS_OF, false);
      best = Math.max(best, facts.rows() / ((System.nanoTime() - start) / 1e9));
    }
    return best;
  }

  private static FactColumns facts() {
    SplittableRandom random = new SplittableRandom(7);
    long[] sales = random.longs(ROWS, 0, 100_000_000).toArray();
    long[] months = random.longs(ROWS, 0, 400).toArray();
    long[] score = random.longs(ROWS, 3_000, 9_000).toArray();
    byte[] exporter = new byte[ROWS];
    for (int i = 0; i < ROWS; i++) {
      exporter[i] = (byte) random.nextInt(2);
    }
    return new FactColumns(
        FactLayout.of(NAMES),
        List.of(
            new FactColumn.Numbers(sales, 2),
            new FactColumn.Numbers(months, 0),
            texts("industry-", 24, random),
            texts("region-", 16, random),
            new FactColumn.Truths(exporter),
            new FactColumn.Numbers(score, 1)),
        ROWS);
  }

  private static FactColumn texts(String prefix, int count, SplittableRandom random) {
    String[] dictionary = new String[count];
    for (int i = 0; i < count; i++) {
      dictionary[i] = prefix + i;
    }
    return new FactColumn.Texts(random.ints(ROWS, 0, count).toArray(), dictionary);
  }

  /** The first rows, in DuckDB's own types. */
  private static void create(Connection duckdb, FactColumns facts) throws SQLException {
    try (Statement statement = duckdb.createStatement()) {
      statement.execute(
          "CREATE TABLE facts (i INTEGER, sales DECIMAL(18,2), months BIGINT, industry VARCHAR,"
              + " region VARCHAR, exporter BOOLEAN, score DECIMAL(18,1))");
    }
    try (DuckDBAppender rows =
        duckdb
            .unwrap(DuckDBConnection.class)
            .createAppender(DuckDBConnection.DEFAULT_SCHEMA, "facts")) {
      for (int i = 0; i < ROWS_OF_DUCKDB; i++) {
        rows.beginRow();
        rows.append(i);
        for (FactColumn column : facts.columns()) {
          append(rows, column.at(i));
        }
        rows.endRow();
      }
    }
  }

  private static void append(DuckDBAppender rows, @Nullable Object value) throws SQLException {
    switch (value) {
      case BigDecimal number when number.scale() == 0 -> rows.append(number.longValueExact());
      case BigDecimal number -> rows.append(number);
      case String text -> rows.append(text);
      case Boolean truth -> rows.append(truth);
      case null, default -> throw new IllegalArgumentException("value " + value);
    }
  }

  /** Row by row: DuckDB's rule is that of the row alone, and so is what the batch came to. */
  private static boolean sameAnswers(
      Statement statement,
      String query,
      CompiledTable table,
      FactColumns facts,
      List<Outcome> answers)
      throws SQLException {
    int compared = 0;
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        int row = rows.getInt(1);
        int hit = rows.getInt(2);
        compared++;
        FactRow alone = facts.row(row);
        if (table.firstHit(alone, AS_OF) != hit
            || !table.evaluate(alone, AS_OF, false).equals(answers.get(row))) {
          TableGoals.note("DuckDB takes rule %d for row %d".formatted(hit, row));
          return false;
        }
      }
    }
    return compared == ROWS_OF_DUCKDB;
  }

  /** The table as an expression that gives the number of the first rule that matches, or -1. */
  private static String caseWhen(TableDefinition definition) {
    StringBuilder text = new StringBuilder("CASE");
    for (int rule = 0; rule < definition.rules().size(); rule++) {
      text.append(" WHEN ").append(condition(definition.rules().get(rule)));
      text.append(" THEN ").append(rule);
    }
    return text.append(" ELSE -1 END").toString();
  }

  private static String condition(TableRule rule) {
    StringBuilder text = new StringBuilder("true");
    for (int i = 0; i < NAMES.size(); i++) {
      String cell = rule.inputs().get(i).text();
      if (!cell.equals("-")) {
        text.append(" AND ").append(condition(NAMES.get(i), cell));
      }
    }
    return text.toString();
  }

  private static String condition(String name, String cell) {
    if (cell.startsWith("[")) {
      String[] ends = cell.substring(1, cell.length() - 1).split("\\.\\.");
      return "%s >= %s AND %s %s %s"
          .formatted(name, ends[0], name, cell.endsWith("]") ? "<=" : "<", ends[1]);
    }
    if (cell.startsWith("\"")) {
      return name
          + " IN ("
          + List.of(cell.split(", ")).stream()
              .map(it -> it.replace('"', '\''))
              .collect(Collectors.joining(", "))
          + ")";
    }
    return cell.startsWith(">") || cell.startsWith("<") ? name + " " + cell : name + " = " + cell;
  }
}
