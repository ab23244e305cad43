package org.rulewright.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
final class MigrationTest {

  @Test
  void aDatabaseOfANewerVersionIsRefused() {
    try (var newer = TestDatabase.fresh()) {
      JdbcClient.create(newer.owner())
          .sql(
              """
              INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
                                                 installed_by, execution_time, success)
              VALUES (9999, '999999', 'of the future', 'SQL', 'V999999__future.sql', 'x', 1, true)
              """)
          .update();

      assertThatThrownBy(() -> Migration.run(newer.logins()))
          .isInstanceOf(StartRefusedException.DataIsNewer.class)
          .hasMessageContaining("999999");
    }
  }

  @Test
  void twoStartsAtOnceBothFindTheSchemaReady(TestDatabase database) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> start =
          () -> {
            Migration.run(database.logins());
            return true;
          };
      for (var one : threads.invokeAll(List.of(start, start, start))) {
        assertThat(one.get()).isTrue();
      }
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidInOneSentence() {
    var nowhere = new Login("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=2", "a", "b");

    assertThatThrownBy(() -> Migration.run(new DatabaseLogins(nowhere, nowhere)))
        .isInstanceOf(StartRefusedException.DatabaseUnavailable.class)
        .hasMessageContaining("127.0.0.1:1");
  }
}
