package org.rulewright.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts real servers, and kills a real JVM that has one. */
final class EmbeddedPostgresTest {

  private Path folder = Path.of("/");
  private Path cache = Path.of("/");

  @BeforeEach
  void emptyFolder() throws IOException {
    folder = Files.createTempDirectory(Path.of("/tmp"), "rulewright-embedded-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    cache = TestPostgres.cache();
  }

  @AfterEach
  void remove() throws IOException {
    Folders.delete(folder);
  }

  @Test
  void itIsDurableLocalAndNotRoot() throws Exception {
    try (var data = DataFolder.open(folder);
        var postgres = start(data)) {
      for (var setting :
          Map.of(
                  "fsync", "on",
                  "synchronous_commit", "on",
                  "full_page_writes", "on",
                  "data_checksums", "on",
                  "listen_addresses", "127.0.0.1",
                  "unix_socket_directories", "",
                  "password_encryption", "scram-sha-256")
              .entrySet()) {
        assertThat(single(postgres.superuser(), "SHOW " + setting.getKey()))
            .as(setting.getKey())
            .isEqualTo(setting.getValue());
      }
      assertThat(Files.readString(Path.of("/proc", Long.toString(postgres.pid()), "status")))
          .doesNotContainPattern("Uid:\\s+0\\s");
    }
  }

  @Test
  void itsPasswordsAreReadableByTheOwnerAloneAndNeeded() throws Exception {
    try (var data = DataFolder.open(folder);
        var postgres = start(data)) {
      try (var secrets = Files.list(folder.resolve("secrets"))) {
        assertThat(secrets)
            .hasSize(3)
            .allSatisfy(secret ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------"));
      }
      var guessed = new Login(postgres.superuser().url(), "postgres", "postgres");
      assertThatThrownBy(() -> single(guessed, "SELECT 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(postgres.logins().toString()).doesNotContain(postgres.logins().owner().password());
    }
  }

  @Test
  void dataLastsOverACleanStopAndTheNextStartIsQuick() throws Exception {
    try (var data = DataFolder.open(folder)) {
      long pid;
      try (var postgres = start(data)) {
        pid = postgres.pid();
        Migration.run(postgres.logins());
        single(postgres.logins().owner(), "CREATE TABLE rw.kept AS SELECT 42 AS number", false);
      }
      assertThat(StudioProcess.hasEnded(pid)).isTrue();
      try (var postgres = start(data)) {
        assertThat(single(postgres.logins().owner(), "SELECT number FROM rw.kept")).isEqualTo("42");
        assertThat(Files.readString(newestLog(postgres))).doesNotContain("not properly shut down");
      }
    }
  }

  @Test
  void aKilledStudioLeavesItsServerAndTheNextStartTakesOver() throws Exception {
    var studio = StudioProcess.start(folder, cache);
    var left = PostmasterFile.read(PostgresHome.clusterOf(DataFolder.attach(folder))).orElseThrow();
    studio.kill();
    assertThat(StudioProcess.hasEnded(left.pid())).as("its server").isFalse();

    try (var data = DataFolder.open(folder);
        var postgres = start(data)) {
      assertThat(postgres.pid()).isNotEqualTo(left.pid());
      assertThat(StudioProcess.hasEnded(left.pid())).as("the orphan is gone").isTrue();
      Migration.run(postgres.logins()); // would wait for ever on a lock of the dead studio
      assertThat(
              single(
                  postgres.logins().owner(), "SELECT string_agg(number::text, ',') FROM rw.kept"))
          .isEqualTo("42");
    }
  }

  @Test
  void afterBothWereKilledTheNextStartRecovers() throws Exception {
    var studio = StudioProcess.start(folder, cache);
    var left = PostmasterFile.read(PostgresHome.clusterOf(DataFolder.attach(folder))).orElseThrow();
    studio.kill();
    var server = ProcessHandle.of(left.pid()).orElseThrow();
    server.destroyForcibly();
    while (!StudioProcess.hasEnded(left.pid())) {
      Thread.sleep(10);
    }

    try (var data = DataFolder.open(folder);
        var postgres = start(data)) {
      assertThat(single(postgres.logins().owner(), "SELECT count(*) FROM rw.kept")).isEqualTo("1");
    }
  }

  @Test
  void theFolderOfALivingStudioIsRefusedNamingItsProcess() throws Exception {
    var studio = StudioProcess.start(folder, cache);
    try {
      assertThatThrownBy(() -> DataFolder.open(folder))
          .isInstanceOf(StartRefusedException.FolderInUse.class)
          .hasMessageContaining("process " + studio.pid());

      try (var data = DataFolder.attach(folder)) {
        var logins = EmbeddedPostgres.loginsOfRunning(data);
        assertThat(single(logins.owner(), "SELECT count(*) FROM rw.kept")).isEqualTo("1");
      }
    } finally {
      studio.kill();
      try (var data = DataFolder.open(folder)) {
        start(data).close(); // ends the orphan
      }
    }
  }

  @Test
  void aStaleProcessIdThatAStrangerHasNowIsNoObstacle() throws Exception {
    try (var data = DataFolder.open(folder)) {
      Path cluster;
      try (var postgres = start(data)) {
        cluster = postgres.cluster();
      }
      var stranger = new ProcessBuilder("sleep", "600").start();
      try {
        Files.writeString(
            PostmasterFile.in(cluster),
            "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n".formatted(stranger.pid(), cluster));
        try (var postgres = start(data)) {
          assertThat(single(postgres.superuser(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(stranger.isAlive()).isTrue();
      } finally {
        stranger.destroyForcibly();
      }
    }
  }

  @Test
  void aFolderPostgresCannotReachKeepsItsClusterElsewhereAndRemembersWhere() throws Exception {
    Assumptions.assumeTrue(PostgresUser.choose().owner() >= 0, "only root steps down");
    var closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    var inside = closed.resolve("data");
    Path elsewhere;
    try (var data = DataFolder.open(inside)) {
      try (var postgres = start(data)) {
        elsewhere = postgres.cluster();
        assertThat(elsewhere.startsWith(inside)).isFalse();
        Migration.run(postgres.logins());
        single(postgres.logins().owner(), "CREATE TABLE rw.kept AS SELECT 42 AS number", false);
      }
      try (var postgres = start(data)) {
        assertThat(single(postgres.logins().owner(), "SELECT number FROM rw.kept")).isEqualTo("42");
      }
    }
    Folders.delete(Objects.requireNonNull(elsewhere.getParent()));
  }

  @Test
  void aClusterOfANewerPostgresIsRefused() throws Exception {
    try (var data = DataFolder.open(folder)) {
      try (var postgres = start(data)) {
        Files.writeString(postgres.cluster().resolve("PG_VERSION.new"), "99\n");
      }
      var cluster = PostgresHome.clusterOf(data);
      Files.move(
          cluster.resolve("PG_VERSION.new"),
          cluster.resolve("PG_VERSION"),
          StandardCopyOption.REPLACE_EXISTING);

      assertThatThrownBy(() -> start(data))
          .isInstanceOf(StartRefusedException.DataIsNewer.class)
          .hasMessageContaining("PostgreSQL 99");
    }
  }

  @Test
  void lostPasswordsAreSaidBeforeAnythingStarts() throws Exception {
    try (var data = DataFolder.open(folder)) {
      start(data).close();
      Files.delete(folder.resolve("secrets/postgres"));

      assertThatThrownBy(() -> start(data))
          .isInstanceOf(StartRefusedException.DatabaseUnavailable.class)
          .hasMessageContaining("secrets");
    }
  }

  private EmbeddedPostgres start(DataFolder data) {
    return EmbeddedPostgres.start(data, cache, List.of());
  }

  private static Path newestLog(EmbeddedPostgres postgres) throws IOException {
    try (var logs = Files.list(postgres.cluster().resolve("log"))) {
      return logs.findFirst().orElseThrow();
    }
  }

  private static String single(Login login, String query) throws SQLException {
    return single(login, query, true);
  }

  private static String single(Login login, String sql, boolean query) throws SQLException {
    try (var connection = EmbeddedLogins.connect(login);
        var statement = connection.createStatement()) {
      if (!query) {
        statement.execute(sql);
        return "";
      }
      try (var row = statement.executeQuery(sql)) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
