package org.rulewright.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One migrated database, entered as each of its roles. */
public final class TestDatabase implements AutoCloseable {

  private final DatabaseLogins logins;
  private final HikariDataSource runtime;
  private final HikariDataSource owner;
  private final HikariDataSource superuser;

  TestDatabase(DatabaseLogins logins, Login superuser) {
    this.logins = logins;
    this.runtime = Pools.open("test", logins.runtime(), 16);
    this.owner = Pools.open("test-owner", logins.owner(), 2);
    this.superuser = Pools.open("test-superuser", superuser, 2);
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
  }
}
