package org.rulewright.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One cluster of PostgreSQL on disk: created, started, stopped, and taken back from an orphan. */
final class PostgresCluster {

  private static final long LEAST_ROOM = 1 << 20;

  private static final System.Logger LOG = System.getLogger(PostgresCluster.class.getName());
  private static final Duration START = Duration.ofMinutes(10); // replay of a long log included
  private static final Duration STOP = Duration.ofSeconds(60);

  private final Path folder;
  private final PostgresPrograms programs;
  private final PostgresUser user;
  private final List<String> settings;

  PostgresCluster(
      Path folder, PostgresPrograms programs, PostgresUser user, List<String> settings) {
    this.folder = folder;
    this.programs = programs;
    this.user = user;
    this.settings = settings;
  }

  Path folder() {
    return folder;
  }

  boolean exists() {
    return Files.isDirectory(folder);
  }

  void checkVersion() throws IOException {
    var file = folder.resolve("PG_VERSION");
    if (!Files.exists(file)) {
      return;
    }
    var found = Integer.parseInt(Files.readString(file).strip());
    if (found > PostgresPrograms.MAJOR) {
      throw new StartRefusedException.DataIsNewer(
          "The database in %s was written by PostgreSQL %d, newer than this version's %d; start the newer version of Rulewright."
              .formatted(folder, found, PostgresPrograms.MAJOR));
    }
    if (found < PostgresPrograms.MAJOR) {
      throw new StartRefusedException.DataIsOlder(
          "The database in %s was written by PostgreSQL %d and this version brings %d; upgrade it with pg_upgrade first."
              .formatted(folder, found, PostgresPrograms.MAJOR));
    }
  }

  /** Creates beside and renames: a cluster is there whole or not at all. */
  void create(String superuserPassword) throws IOException, InterruptedException {
    var fresh = folder.resolveSibling("cluster.new");
    Folders.delete(fresh);
    Files.createDirectory(fresh);
    var passwordFile = fresh.resolveSibling("initial-password");
    Files.deleteIfExists(passwordFile);
    SafeFile.write(passwordFile, superuserPassword.getBytes(StandardCharsets.UTF_8));
    user.own(fresh);
    user.own(passwordFile);
    try {
      var done = program("initdb", initArguments(fresh, passwordFile)).run(Duration.ofMinutes(5));
      if (!done.succeeded()) {
        throw failure("PostgreSQL could not create its database", done.output());
      }
      Files.move(fresh, folder, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  private static List<String> initArguments(Path fresh, Path passwordFile) {
    return List.of(
        "--pgdata=" + fresh,
        "--username=" + EmbeddedLogins.SUPERUSER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums");
  }

  /**
   * Stops the server a killed studio left behind.
   *
   * <p>The caller holds the folder's lock, so no living studio works on it. Stopping also ends the
   * dead studio's open transactions and locks, which adopting the server would keep.
   */
  void stopOrphan() throws IOException, InterruptedException {
    var left = PostmasterFile.read(folder);
    if (left.isPresent() && left.get().isServerOf(folder)) {
      LOG.log(
          Level.WARNING,
          "A studio that was killed left PostgreSQL running (process {0}); it is stopped first.",
          Long.toString(left.get().pid()));
      stop();
    } else {
      // A stale file whose number another process has now would make PostgreSQL refuse to start.
      Files.deleteIfExists(PostmasterFile.in(folder));
    }
  }

  PostmasterFile start() throws IOException, InterruptedException {
    var log = folder.resolve("start.log");
    Files.deleteIfExists(log);
    var done =
        program(
                "pg_ctl",
                List.of(
                    "start",
                    "--pgdata=" + folder,
                    "--wait",
                    "--timeout=" + START.toSeconds(),
                    "--log=" + log,
                    "--options=" + options(freePort())))
            .run(START.plusSeconds(10));
    var said = Files.exists(log) ? Files.readString(log) : "";
    if (!done.succeeded()) {
      if (said.contains("Address already in use") || said.contains("could not create any TCP")) {
        throw new PortTakenException(said);
      }
      throw failure("PostgreSQL did not start", said + done.output());
    }
    return PostmasterFile.read(folder)
        .orElseThrow(() -> failure("PostgreSQL started and stopped again", done.output()));
  }

  private String options(int port) {
    var all =
        new ArrayList<>(
            List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "password_encryption=scram-sha-256",
                "max_connections=100",
                "shared_buffers=256MB",
                "max_wal_size=2GB",
                "timezone=UTC",
                "log_timezone=UTC",
                "logging_collector=on",
                "log_filename=postgresql-%a.log",
                "log_rotation_age=1d",
                "log_truncate_on_rotation=on"));
    all.addAll(settings);
    var text = new StringBuilder();
    all.forEach(setting -> text.append("-c '").append(setting).append("' "));
    return text.toString().strip();
  }

  /** Never ready on a stranger: the server that answers must serve this very folder. */
  void checkIdentity(Login superuser) throws SQLException, IOException {
    try (var connection = EmbeddedLogins.connect(superuser);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SHOW data_directory")) {
      row.next();
      if (!Path.of(row.getString(1)).equals(folder)) {
        throw new StartRefusedException.DatabaseUnavailable(
            "Another PostgreSQL (of %s) answered in place of the studio's own."
                .formatted(row.getString(1)),
            null);
      }
    }
  }

  void stop() throws IOException, InterruptedException {
    for (var mode : List.of("fast", "immediate")) {
      var left = PostmasterFile.read(folder);
      if (left.isEmpty() || !left.get().isServerOf(folder)) {
        return;
      }
      program(
              "pg_ctl",
              List.of(
                  "stop",
                  "--pgdata=" + folder,
                  "--mode=" + mode,
                  "--wait",
                  "--timeout=" + STOP.toSeconds()))
          .run(STOP.plusSeconds(10));
    }
    var left = PostmasterFile.read(folder);
    if (left.isPresent() && left.get().isServerOf(folder)) {
      throw new IOException("PostgreSQL (process " + left.get().pid() + ") does not stop");
    }
  }

  private PostgresCommand program(String name, List<String> arguments) {
    return new PostgresCommand(user.command(programs.program(name), arguments));
  }

  private StartRefusedException failure(String what, String output) {
    if (DataFolder.isDiskFull(output) || hasNoRoom()) {
      return DataFolder.diskFull(folder, null);
    }
    var reason =
        output
            .lines()
            .filter(line -> line.matches(".*(FATAL|PANIC|error):.*"))
            .findFirst()
            .orElse(output.strip().replaceAll("\\s*\\R\\s*", " "));
    return new StartRefusedException.DatabaseUnavailable(what + ": " + reason, null);
  }

  /** On a disk without any room the server cannot even write down what it lacks. */
  private boolean hasNoRoom() {
    try {
      return Files.getFileStore(folder).getUsableSpace() < LEAST_ROOM;
    } catch (IOException unknown) {
      // Whether there is room cannot be told: the server's own words have to do.
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Another program bound the port first. */
  static final class PortTakenException extends IOException {
    PortTakenException(String said) {
      super(said);
    }
  }
}
