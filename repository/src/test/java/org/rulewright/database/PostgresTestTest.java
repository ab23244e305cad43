package org.rulewright.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
final class PostgresTestTest {

  @Test
  void theRuntimeRoleWorksInTheMigratedSchema(JdbcClient jdbc) {
    assertThat(
            jdbc.sql("SELECT current_user || ' ' || current_schema").query(String.class).single())
        .isEqualTo("rw_app rw");
  }

  @Test
  void theRuntimeRoleCannotCreateTables(JdbcClient jdbc) {
    assertThatThrownBy(() -> jdbc.sql("CREATE TABLE mine (id int)").update())
        .isInstanceOf(BadSqlGrammarException.class)
        .hasRootCauseMessage("ERROR: permission denied for schema rw\n  Position: 14");
  }

  @Test
  void theOwnerCreatesTables(@PostgresTest.Owner JdbcClient owner) {
    owner.sql("CREATE TABLE theirs (id int)").update();
    assertThat(owner.sql("SELECT count(*) FROM theirs").query(Long.class).single()).isZero();
  }
}
