package org.rulewright.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database as the role that owns it, for upkeep the runtime role may not do, such as
 * partitions.
 *
 * <p>Not a {@link DataSource} bean, so that nothing is wired to it by accident.
 */
public final class OwnerDatabase implements AutoCloseable {

  private final HikariDataSource pool;

  OwnerDatabase(Login owner) {
    this.pool = Pools.open("rulewright-owner", owner, 2);
  }

  public DataSource dataSource() {
    return pool;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(pool);
  }

  @Override
  public void close() {
    pool.close();
  }
}
