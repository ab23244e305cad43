package org.rulewright.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.batch.Batch;
import org.rulewright.decision.FactColumn;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.FactLayout;
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
  private static final int ROWS_OF_DUCKDB = 100_000;
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
    TableDefinition definition = CreditTable.of(RULES, HitPolicy.FIRST);
    Set<String> inputs = new TreeSet<>(NAMES);
    CompiledTable table = CompiledTable.compile(definition, inputs, new TableGoals.Nobody());
    FactColumns facts = facts();
    for (int i = 0; i < 20; i++) {
      Batch.on(1).evaluate(table, facts, AS_OF, false);
    }
    double one = rowsPerSecondOfOneCore(table, facts);
    double all = rowsPerSecond(Batch.onAllProcessors(), table, facts);
    TableGoals.note(
        "%,d rules, batch: %,.0f rows/s of one core, %,.0f of all".formatted(RULES, one, all));
    Goal.atLeast("4.rows-per-second-and-core", 20e6).measured(one);

    List<Outcome> answers = Batch.onAllProcessors().evaluate(table, facts, AS_OF, false);
    Goal faster = Goal.atLeast("4.duckdb", 250);
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      create(statement, facts);
      String query = "SELECT i, " + caseWhen(definition) + " AS hit FROM facts";
      boolean equal = sameAnswers(statement, query, definition, answers);
      String count = "SELECT sum(hit) FROM (" + query + ")";
      double best = 0;
      for (int i = 0; i < 3; i++) {
        long start = System.nanoTime();
        statement.executeQuery(count).close();
        best = Math.max(best, ROWS_OF_DUCKDB / ((System.nanoTime() - start) / 1e9));
      }
      TableGoals.note("DuckDB: %,.0f rows/s".formatted(best));
      if (equal) {
        faster.measured(all / best);
      } else {
        faster.missed("answers-differ");
      }
    }
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
  private static void create(Statement statement, FactColumns facts) throws SQLException {
    statement.execute(
        "CREATE TABLE facts (i INTEGER, sales DECIMAL(18,2), months BIGINT, industry VARCHAR,"
            + " region VARCHAR, exporter BOOLEAN, score DECIMAL(18,1))");
    for (int from = 0; from < ROWS_OF_DUCKDB; from += 10_000) {
      StringBuilder rows = new StringBuilder("INSERT INTO facts VALUES ");
      for (int i = from; i < from + 10_000; i++) {
        Map<String, @Nullable Object> row = facts.row(i);
        rows.append(i == from ? "(" : ",(").append(i);
        for (String name : NAMES) {
          rows.append(',').append(literal(row.get(name)));
        }
        rows.append(')');
      }
      statement.execute(rows.toString());
    }
  }

  private static String literal(@Nullable Object value) {
    return value instanceof String text
        ? "'" + text + "'"
        : value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  private static boolean sameAnswers(
      Statement statement, String query, TableDefinition definition, List<Outcome> answers)
      throws SQLException {
    CompiledTable table =
        CompiledTable.compile(definition, new TreeSet<>(NAMES), new TableGoals.Nobody());
    FactColumns facts = facts();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        int row = rows.getInt(1);
        int hit = rows.getInt(2);
        boolean same =
            table.firstHit(facts.row(row), AS_OF) == hit
                && answers.get(row) instanceof Outcome.Decided(Object value, _)
                && (value == null) == (hit < 0);
        if (!same) {
          TableGoals.note("DuckDB takes rule %d for row %d".formatted(hit, row));
          return false;
        }
      }
    }
    return true;
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
