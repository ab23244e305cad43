package org.rulewright.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the studio's own, on this machine only, whose data lasts.
 *
 * @see "docs/decisions/0002-own-launcher-for-embedded-postgresql.md"
 */
public final class EmbeddedPostgres implements AutoCloseable {

  static final String DATABASE = "rulewright";

  private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
  private static final int ATTEMPTS = 5;

  private final PostgresCluster cluster;
  private final EmbeddedLogins logins;
  private final PostmasterFile running;

  private EmbeddedPostgres(PostgresCluster cluster, EmbeddedLogins logins, PostmasterFile running) {
    this.cluster = cluster;
    this.logins = logins;
    this.running = running;
  }

  /** Starts the PostgreSQL of a folder this process has locked; it is ready when this returns. */
  public static EmbeddedPostgres start(DataFolder data) {
    return start(data, null, List.of());
  }

  static EmbeddedPostgres start(DataFolder data, @Nullable Path cache, List<String> settings) {
    try {
      var user = PostgresUser.choose();
      var home = PostgresHome.find(data, user);
      var programs = PostgresPrograms.in(cache == null ? home.path() : cache);
      var cluster = new PostgresCluster(home.cluster(), programs, user, settings);
      return start(data, cluster);
    } catch (IOException failed) {
      throw DataFolder.refusal(data.path(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StartRefusedException.DatabaseUnavailable(
          "The start of PostgreSQL was interrupted.", interrupted);
    }
  }

  private static EmbeddedPostgres start(DataFolder data, PostgresCluster cluster)
      throws IOException, InterruptedException {
    cluster.checkVersion();
    if (cluster.exists() && !data.hasSecret(EmbeddedLogins.SUPERUSER)) {
      throw new StartRefusedException.DatabaseUnavailable(
          "The password of the database is missing from %s; restore the folder \"secrets\" from a backup."
              .formatted(data.path()),
          null);
    }
    var secrets = EmbeddedLogins.of(data, 0);
    if (!cluster.exists()) {
      cluster.create(secrets.superuser().password());
    }
    cluster.stopOrphan();
    var running = startOnFreePort(cluster);
    var logins = EmbeddedLogins.of(data, running.port());
    try {
      cluster.checkIdentity(logins.superuser());
      logins.prepare(DATABASE);
    } catch (SQLException | RuntimeException failed) {
      cluster.stop();
      throw failed instanceof RuntimeException known
          ? known
          : new StartRefusedException.DatabaseUnavailable(
              "PostgreSQL started but its database could not be prepared: " + failed.getMessage(),
              failed);
    }
    LOG.log(Level.INFO, "PostgreSQL is ready on 127.0.0.1:{0}", Integer.toString(running.port()));
    return new EmbeddedPostgres(cluster, logins, running);
  }

  /** A free port may be taken by another program before PostgreSQL binds it: then the next one. */
  private static PostmasterFile startOnFreePort(PostgresCluster cluster)
      throws IOException, InterruptedException {
    for (var attempt = 1; ; attempt++) {
      try {
        return cluster.start();
      } catch (PostgresCluster.PortTakenException taken) {
        if (attempt == ATTEMPTS) {
          throw new StartRefusedException.DatabaseUnavailable(
              "PostgreSQL found no free port on 127.0.0.1.", taken);
        }
      }
    }
  }

  /** The logins of the PostgreSQL a running studio started on this folder. */
  static DatabaseLogins loginsOfRunning(DataFolder data) throws IOException {
    var folder = PostgresHome.clusterOf(data);
    var found =
        Files.isDirectory(folder) ? PostmasterFile.read(folder) : Optional.<PostmasterFile>empty();
    if (found.isEmpty() || !found.get().isServerOf(folder)) {
      throw new StartRefusedException.DatabaseUnavailable(
          "The studio on %s has no running database yet; try again when it is ready."
              .formatted(data.path()),
          null);
    }
    return EmbeddedLogins.of(data, found.get().port()).logins(DATABASE);
  }

  public DatabaseLogins logins() {
    return logins.logins(DATABASE);
  }

  EmbeddedLogins embeddedLogins() {
    return logins;
  }

  /** The way in past every protection, for tests and repairs. */
  Login superuser() {
    return logins.superuser(DATABASE);
  }

  public int port() {
    return running.port();
  }

  public long pid() {
    return running.pid();
  }

  public Path cluster() {
    return cluster.folder();
  }

  /** Stops in fast mode; close the pools first, or their sessions are cut. */
  @Override
  public void close() {
    try {
      cluster.stop();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
