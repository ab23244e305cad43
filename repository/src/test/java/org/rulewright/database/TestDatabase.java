package org.rulewright.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One migrated database, entered as each of its roles. */
public final class TestDatabase implements AutoCloseable {

  private final DatabaseLogins logins;
  private final HikariDataSource runtime;
  private final HikariDataSource owner;
  private final HikariDataSource superuser;
  private @Nullable Path data;

  TestDatabase(DatabaseLogins logins, Login superuser) {
    this.logins = logins;
    this.runtime = Pools.open("test", logins.runtime(), 16);
    this.owner = Pools.open("test-owner", logins.owner(), 2);
    this.superuser = Pools.open("test-superuser", superuser, 2);
  }

  /** A database outside of a {@link PostgresTest} class; the caller closes it. */
  public static TestDatabase fresh() {
    try {
      return TestPostgres.instance().freshDatabase();
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException("no database for this test", failed);
    }
  }

  /**
   * What makes a Spring Boot application under test use this database (and a new data folder): give
   * each to a {@code DynamicPropertyRegistry}, or to {@code SpringApplicationBuilder.properties}.
   */
  public Map<String, Object> properties() {
    try {
      return Map.of(
          "spring.datasource.url", logins.runtime().url(),
          "spring.datasource.username", logins.runtime().username(),
          "spring.datasource.password", logins.runtime().password(),
          "rulewright.migration.username", logins.owner().username(),
          "rulewright.migration.password", logins.owner().password(),
          "rulewright.data", dataFolder().toString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Gone with the database. */
  private synchronized Path dataFolder() throws IOException {
    if (data == null) {
      data = Files.createTempDirectory("rulewright-test-data-");
    }
    return data;
  }

  public DatabaseLogins logins() {
    return logins;
  }

  public DataSource runtime() {
    return runtime;
  }

  public DataSource owner() {
    return owner;
  }

  public DataSource superuser() {
    return superuser;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(runtime);
  }

  public TransactionTemplate transactions() {
    return new TransactionTemplate(new JdbcTransactionManager(runtime));
  }

  @Override
  public void close() {
    runtime.close();
    owner.close();
    superuser.close();
    if (data != null) {
      try {
        Folders.delete(data);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
