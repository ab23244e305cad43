package org.rulewright.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisionlog.CopyBuffer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds rows to a run by COPY; rows that are there already, from before an interruption, stay. */
final class PortfolioRows {

  private static final String ROWS =
      """
      copy rw.portfolio_row (run, row_number, decision, verdict, grade, score, amount, rate,
        reason_codes, problem, bad)
      from stdin (format binary)\
      """;
  private static final int COLUMNS = 11;
  private static final int BYTES_PER_ROW = 200;

  private final JdbcTemplate database;

  PortfolioRows(JdbcTemplate database) {
    this.database = database;
  }

  void insert(PortfolioRunId run, List<PortfolioRow> rows) {
    try {
      database.execute(
          (ConnectionCallback<@Nullable Void>)
              connection -> {
                copy(connection, run, rows);
                return null;
              });
    } catch (DuplicateKeyException interruptedBefore) {
      insertMissing(run, rows);
    }
  }

  /** All rows or, where one is there already, none. */
  private static void copy(Connection connection, PortfolioRunId run, List<PortfolioRow> rows)
      throws SQLException {
    var buffer = new CopyBuffer(rows.size() * BYTES_PER_ROW);
    for (var row : rows) {
      var decision = row.decision();
      buffer
          .row(COLUMNS)
          .uuid(run.value())
          .bigint(row.number())
          .uuid(decision == null ? null : decision.value())
          .text(row.verdict())
          .text(row.grade())
          .numeric(row.score())
          .numeric(row.amount())
          .numeric(row.rate())
          .texts(row.reasonCodes())
          .text(row.problem())
          .truth(row.bad());
    }
    buffer.send(connection, ROWS);
  }

  private void insertMissing(PortfolioRunId run, List<PortfolioRow> rows) {
    database.batchUpdate(
        """
        insert into rw.portfolio_row (run, row_number, decision, verdict, grade, score, amount,
          rate, reason_codes, problem, bad)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        rows,
        rows.size(),
        (statement, row) -> {
          statement.setObject(1, run.value());
          statement.setLong(2, row.number());
          statement.setObject(3, row.decision() == null ? null : row.decision().value());
          statement.setString(4, row.verdict());
          statement.setString(5, row.grade());
          statement.setBigDecimal(6, row.score());
          statement.setBigDecimal(7, row.amount());
          statement.setBigDecimal(8, row.rate());
          statement.setArray(
              9, statement.getConnection().createArrayOf("text", row.reasonCodes().toArray()));
          statement.setString(10, row.problem());
          statement.setObject(11, row.bad(), Types.BOOLEAN);
        });
  }
}
