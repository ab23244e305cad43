package org.rulewright.dataset.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** A DuckDB of its own for one piece of work, with a folder that disappears with it. */
public final class DuckSession implements AutoCloseable {
  private final Path folder;
  private final Connection connection;

  private DuckSession(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /** Opens one that keeps its tables in memory and spills when they are larger than allowed. */
  public static DuckSession inMemory(Path scratch, DuckLimits limits) {
    return open(scratch, limits, false);
  }

  /** Opens one that keeps its tables in a file of its folder. */
  static DuckSession onDisk(Path scratch, DuckLimits limits) {
    return open(scratch, limits, true);
  }

  private static DuckSession open(Path scratch, DuckLimits limits, boolean file) {
    var folder = scratch.resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectories(folder);
      var properties = new Properties();
      properties.setProperty("jdbc_stream_results", "true");
      var url = "jdbc:duckdb:" + (file ? folder.resolve("work.duckdb") : "");
      var session = new DuckSession(folder, DriverManager.getConnection(url, properties));
      try {
        session.limit(limits);
        return session;
      } catch (SQLException e) {
        session.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new SnapshotFailureException("DuckDB cannot be opened", e);
    }
  }

  private void limit(DuckLimits limits) throws SQLException {
    for (var setting :
        List.of(
            "SET temp_directory = " + Sql.text(folder.resolve("spill").toString()),
            "SET memory_limit = '" + limits.memoryMegabytes() + "MB'",
            "SET max_temp_directory_size = '" + limits.spillMegabytes() + "MB'",
            "SET threads = " + limits.threads(),
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET TimeZone = 'UTC'")) {
      execute(setting);
    }
  }

  public Connection connection() {
    return connection;
  }

  public void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * From here on no file can be opened and no setting changed, this one included.
   *
   * <p>No path stays allowed, because DuckDB also writes to an allowed path: what the work needs is
   * loaded into tables before.
   *
   * @see "docs/decisions/0003-snapshots-as-parquet-by-duckdb.md"
   */
  public void lock() throws SQLException {
    execute("SET errors_as_json = true");
    execute("SET enable_external_access = false");
    execute("SET lock_configuration = true");
  }

  @Override
  public void close() {
    try {
      connection.close();
      removeFolder();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new SnapshotFailureException("DuckDB cannot be closed", e);
    }
  }

  private void removeFolder() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
