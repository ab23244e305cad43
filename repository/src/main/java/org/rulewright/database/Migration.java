package org.rulewright.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings the schema {@code rw} to this version, as the owner, one process at a time. */
final class Migration {

  static final String SCHEMA = "rw";

  private static final long LOCK = 0x72756c6577726974L; // "rulewrit"
  private static final int OLDEST_POSTGRES = 15;

  private Migration() {}

  static void run(DatabaseLogins logins) {
    try (var guard =
        DriverManager.getConnection(
            logins.owner().url(), logins.owner().username(), logins.owner().password())) {
      checkServer(guard);
      lock(guard);
      migrate(logins);
    } catch (SQLException | FlywayException failed) {
      if (DataFolder.isDiskFull(String.valueOf(failed.getMessage()))) {
        throw new StartRefusedException.DiskFull(
            "The disk of the database is full; make room and start again.", failed);
      }
      throw new StartRefusedException.DatabaseUnavailable(
          "The database (%s) could not be brought to this version: %s"
              .formatted(logins.owner(), String.valueOf(failed.getMessage()).strip()),
          failed);
    }
  }

  private static void checkServer(Connection connection) throws SQLException {
    var found = connection.getMetaData().getDatabaseMajorVersion();
    if (found < OLDEST_POSTGRES) {
      throw new StartRefusedException.DatabaseUnavailable(
          "The database is PostgreSQL %d; Rulewright needs %d or newer."
              .formatted(found, OLDEST_POSTGRES),
          null);
    }
  }

  /** Released with the session. */
  private static void lock(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
      statement.setLong(1, LOCK);
      statement.execute();
    }
  }

  private static void migrate(DatabaseLogins logins) {
    var owner = logins.owner();
    var flyway =
        Flyway.configure()
            .dataSource(owner.url(), owner.username(), owner.password())
            .locations("classpath:db/migration")
            .schemas(SCHEMA)
            .createSchemas(true)
            .placeholders(Map.of("app", quoted(logins.runtime().username())))
            // Each area numbers its migrations in its own range.
            .outOfOrder(true)
            .validateMigrationNaming(true)
            .cleanDisabled(true)
            .load();
    var unknown = Arrays.stream(flyway.info().applied()).filter(Migration::isUnknown).findFirst();
    if (unknown.isPresent()) {
      throw new StartRefusedException.DataIsNewer(
          "The database was written by a newer version of Rulewright (its migration %s is unknown here); start that version."
              .formatted(unknown.get().getVersion()));
    }
    flyway.migrate();
  }

  private static boolean isUnknown(MigrationInfo applied) {
    var state = applied.getState();
    return applied.getVersion() != null
        && (state == MigrationState.FUTURE_SUCCESS || state == MigrationState.MISSING_SUCCESS);
  }

  private static String quoted(String role) {
    return '"' + role.replace("\"", "\"\"") + '"';
  }
}
