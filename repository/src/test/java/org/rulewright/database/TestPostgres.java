package org.rulewright.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The one PostgreSQL of this test run, with a migrated database that each test class copies. */
final class TestPostgres {

  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable TestPostgres instance;

  private final EmbeddedLogins logins;

  private TestPostgres(EmbeddedLogins logins) {
    this.logins = logins;
  }

  static synchronized TestPostgres instance() throws IOException, SQLException {
    if (instance == null) {
      instance = start();
    }
    return instance;
  }

  private static TestPostgres start() throws IOException, SQLException {
    var folder = Files.createTempDirectory(Path.of("/tmp"), "rulewright-test-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    var data = DataFolder.open(folder);
    // The data of a test need not survive the machine, so it need not wait for the disk.
    var postgres =
        EmbeddedPostgres.start(
            data, cache(), List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, data)));
    var started = new TestPostgres(postgres.embeddedLogins());
    started.logins.prepare(TEMPLATE);
    Migration.run(started.logins.logins(TEMPLATE));
    return started;
  }

  /** Programs are unpacked once for all test runs on this machine. */
  static Path cache() throws IOException {
    var cache = Path.of("/tmp", "rulewright-test-cache-" + System.getProperty("user.name"));
    Files.createDirectories(cache);
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
    return cache;
  }

  private static void stop(EmbeddedPostgres postgres, DataFolder data) {
    try {
      postgres.close();
      data.close();
      Folders.delete(data.path());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  TestDatabase freshDatabase() throws SQLException {
    var name = "test_" + COUNT.incrementAndGet();
    try (var connection = EmbeddedLogins.connect(logins.superuser());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE %s TEMPLATE %s OWNER rw_owner".formatted(name, TEMPLATE));
      EmbeddedLogins.restrict(statement, name);
    }
    return new TestDatabase(logins.logins(name), logins.superuser(name));
  }
}
