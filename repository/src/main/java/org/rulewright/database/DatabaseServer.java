package org.rulewright.database;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The PostgreSQL in use: the studio's own, or one that was given. */
final class DatabaseServer implements AutoCloseable {

  private final DatabaseLogins logins;
  private final @Nullable EmbeddedPostgres embedded;

  private DatabaseServer(DatabaseLogins logins, @Nullable EmbeddedPostgres embedded) {
    this.logins = logins;
    this.embedded = embedded;
  }

  static DatabaseServer of(DataFolder data, Environment environment) {
    var external = ExternalDatabase.logins(environment::getProperty);
    if (external.isPresent()) {
      return new DatabaseServer(external.get(), null);
    }
    var embedded = EmbeddedPostgres.start(data);
    return new DatabaseServer(embedded.logins(), embedded);
  }

  DatabaseLogins logins() {
    return logins;
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
