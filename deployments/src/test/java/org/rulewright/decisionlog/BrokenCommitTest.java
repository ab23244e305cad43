package org.rulewright.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.decisionlog.LogFixture.anyEntry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.rulewright.database.PostgresTest;
import org.rulewright.decisionlog.RecordResult.Recorded;
import org.rulewright.decisionlog.RecordResult.Unavailable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@PostgresTest
final class BrokenCommitTest {

  private final DataSource database;
  private final JdbcClient jdbc;

  BrokenCommitTest(DataSource database, JdbcClient jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  @Test
  void aCommitWhoseAnswerWasLostIsLookedUpAndNotRepeated() {
    var breaks = new AtomicInteger(1);
    var unsteady =
        committing(connection -> {
          connection.commit();
          if (breaks.getAndDecrement() > 0) {
            throw new SQLException("connection lost after the commit", "08006");
          }
        });
    try (var fixture = new LogFixture(unsteady, TestKeys.installation())) {
      var entry = anyEntry();

      assertThat(fixture.log.record(entry)).isInstanceOf(Recorded.class);
      assertThat(fixture.log.record(anyEntry())).isInstanceOf(Recorded.class);
      assertThat(rowsOf(entry)).isOne();
      assertThat(fixture.log.verify().findings()).isEmpty();
    }
  }

  @Test
  void aCommitThatNeverReachedTheServerIsMadeAgain() {
    var breaks = new AtomicInteger(1);
    var unsteady =
        committing(connection -> {
          if (breaks.getAndDecrement() > 0) {
            connection.rollback();
            throw new SQLException("connection lost before the commit", "08006");
          }
          connection.commit();
        });
    try (var fixture = new LogFixture(unsteady, TestKeys.installation())) {
      var entry = anyEntry();

      assertThat(fixture.log.record(entry)).isInstanceOf(Recorded.class);
      assertThat(rowsOf(entry)).isOne();
      assertThat(fixture.log.verify().findings()).isEmpty();
    }
  }

  @Test
  void withoutADatabaseNothingIsRecordedAndTheCallerIsTold() {
    var gone =
        new DelegatingDataSource(database) {
          @Override
          public Connection getConnection() throws SQLException {
            throw new SQLException("connection refused", "08001");
          }
        };
    try (var fixture = new LogFixture(gone, TestKeys.installation())) {
      assertThat(fixture.log.record(anyEntry())).isInstanceOf(Unavailable.class);
    }
  }

  private long rowsOf(DecisionEntry entry) {
    return jdbc.sql("select count(*) from rw.decision where id = ?")
        .param(entry.id().value())
        .query(Long.class)
        .single();
  }

  private interface Commit {
    void on(Connection connection) throws SQLException;
  }

  private DataSource committing(Commit commit) {
    return new DelegatingDataSource(database) {
      @Override
      public Connection getConnection() throws SQLException {
        var real = super.getConnection();
        return (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("commit")) {
                    commit.on(real);
                    return null;
                  }
                  try {
                    return method.invoke(real, arguments);
                  } catch (InvocationTargetException failed) {
                    throw failed.getCause();
                  }
                });
      }
    };
  }
}
