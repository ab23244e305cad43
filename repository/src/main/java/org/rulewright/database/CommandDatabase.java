package org.rulewright.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database for one command: that of the studio running on the folder, or started for as long as
 * the command takes when none runs.
 */
public final class CommandDatabase implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HikariDataSource pool;
  private final @Nullable EmbeddedPostgres own;
  private final @Nullable DataFolder data;

  private CommandDatabase(
      HikariDataSource pool, @Nullable EmbeddedPostgres own, @Nullable DataFolder data) {
    this.pool = pool;
    this.own = own;
    this.data = data;
  }

  /** An external database is found by the same properties, or as environment variables. */
  public static CommandDatabase open(Path folder) {
    var external = ExternalDatabase.logins(CommandDatabase::property);
    if (external.isPresent()) {
      Migration.run(external.get());
      return new CommandDatabase(pool(external.get()), null, null);
    }
    DataFolder data;
    try {
      data = DataFolder.open(folder);
    } catch (StartRefusedException.FolderInUse studioRuns) {
      return new CommandDatabase(pool(waitForStudio(DataFolder.attach(folder))), null, null);
    }
    return started(data);
  }

  private static CommandDatabase started(DataFolder data) {
    EmbeddedPostgres postgres = null;
    try {
      postgres = EmbeddedPostgres.start(data);
      Migration.run(postgres.logins());
      return new CommandDatabase(pool(postgres.logins()), postgres, data);
    } catch (RuntimeException refused) {
      if (postgres != null) {
        postgres.close();
      }
      data.close();
      throw refused;
    }
  }

  public DataSource dataSource() {
    return pool;
  }

  /** A studio that is just starting holds the folder before its database is ready. */
  private static DatabaseLogins waitForStudio(DataFolder data) {
    var deadline = Instant.now().plus(PATIENCE);
    while (true) {
      Exception reason = null;
      try {
        var logins = EmbeddedPostgres.loginsOfRunning(data);
        if (isMigrated(logins)) {
          return logins;
        }
      } catch (StartRefusedException | SQLException | IOException notYet) {
        reason = notYet;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new StartRefusedException.DatabaseUnavailable(
            "The studio on %s does not let its database be reached; try again when it is ready."
                .formatted(data.path()),
            reason);
      }
      pause();
    }
  }

  private static boolean isMigrated(DatabaseLogins logins) throws SQLException {
    try (var connection = EmbeddedLogins.connect(logins.runtime());
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT to_regclass('rw.api_key') IS NOT NULL")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StartRefusedException.DatabaseUnavailable(
          "Waiting for the studio's database was interrupted.", interrupted);
    }
  }

  private static HikariDataSource pool(DatabaseLogins logins) {
    return Pools.open("rulewright-command", logins.runtime(), 2);
  }

  private static @Nullable String property(String name) {
    var given = System.getProperty(name);
    return given != null
        ? given
        : System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""));
  }

  @Override
  public void close() {
    pool.close();
    if (own != null) {
      own.close();
    }
    if (data != null) {
      data.close();
    }
  }
}
