package org.rulewright.database;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder PostgreSQL keeps its programs and its cluster in.
 *
 * <p>It is inside the data folder where the user PostgreSQL runs under can get there; else under
 * the system's variable or temporary data, and the data folder remembers where.
 */
record PostgresHome(Path path) {

  private static final System.Logger LOG = System.getLogger(PostgresHome.class.getName());
  private static final String POINTER = "postgres-folder";

  static PostgresHome find(DataFolder data, PostgresUser user)
      throws IOException, InterruptedException {
    var pointer = data.path().resolve(POINTER);
    if (Files.exists(pointer)) {
      return existing(pointer);
    }
    var inside = data.path().resolve("postgres");
    if (!Files.exists(inside)) {
      create(inside);
    }
    if (user.reaches(inside)) {
      return new PostgresHome(inside);
    }
    var outside = Files.createTempDirectory(systemFolder(), "rulewright-");
    open(outside);
    SafeFile.write(pointer, outside.toString().getBytes(StandardCharsets.UTF_8));
    LOG.log(
        Level.WARNING,
        "The user PostgreSQL runs under cannot reach {0}; the database is kept in {1}.",
        data.path(),
        outside);
    return new PostgresHome(outside);
  }

  /** Where a studio that is running on this folder has its cluster. */
  static Path clusterOf(DataFolder data) throws IOException {
    var pointer = data.path().resolve(POINTER);
    return (Files.exists(pointer) ? existing(pointer).path() : data.path().resolve("postgres"))
        .resolve("cluster");
  }

  Path cluster() {
    return path.resolve("cluster");
  }

  private static PostgresHome existing(Path pointer) throws IOException {
    var folder = Path.of(Files.readString(pointer).strip());
    if (!Files.isDirectory(folder)) {
      throw new StartRefusedException.DatabaseUnavailable(
          "The database is kept in %s (says %s), and that folder is gone; restore it from a backup."
              .formatted(folder, pointer),
          null);
    }
    return new PostgresHome(folder);
  }

  private static Path systemFolder() {
    var variable = Path.of("/var/lib");
    return Files.isWritable(variable) ? variable : Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static void create(Path folder) throws IOException {
    Files.createDirectories(folder);
    open(folder);
  }

  private static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }
}
