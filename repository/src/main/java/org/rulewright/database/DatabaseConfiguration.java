package org.rulewright.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Folder, server, migration, pools: each needs the one before, so that Spring starts them in this
 * order and closes them in the other (pools before the server, the lock of the folder last).
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  DataFolder dataFolder(@Value("${rulewright.data:.data}") String folder) {
    return DataFolder.open(Path.of(folder));
  }

  @Bean
  DatabaseServer databaseServer(DataFolder data, Environment environment) {
    return DatabaseServer.of(data, environment);
  }

  @Bean
  MigratedDatabase migratedDatabase(DatabaseServer server) {
    return MigratedDatabase.bringUp(server.logins());
  }

  @Bean
  HikariDataSource dataSource(
      MigratedDatabase database, @Value("${rulewright.database.connections:32}") int connections) {
    return Pools.open("rulewright", database.logins().runtime(), connections);
  }

  @Bean
  OwnerDatabase ownerDatabase(MigratedDatabase database) {
    return new OwnerDatabase(database.logins().owner());
  }
}
