package org.rulewright.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Connections kept open for one role. */
final class Pools {

  private Pools() {}

  static HikariDataSource open(String name, Login login, int most) {
    var configuration = new HikariConfig();
    configuration.setPoolName(name);
    configuration.setJdbcUrl(login.url());
    configuration.setUsername(login.username());
    configuration.setPassword(login.password());
    configuration.setSchema(Migration.SCHEMA);
    configuration.setMaximumPoolSize(most);
    configuration.setMinimumIdle(Math.min(2, most));
    return new HikariDataSource(configuration);
  }
}
