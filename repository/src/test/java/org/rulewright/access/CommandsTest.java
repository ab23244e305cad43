package org.rulewright.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulewright.audit.AuditTrail;
import org.rulewright.database.CommandDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.FileSystemUtils;

final class CommandsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aKeyIsMadeWithoutAStudioAndBesideOne() throws IOException {
    var folder = Files.createTempDirectory(Path.of("/tmp"), "rulewright-command-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    var data = folder.toString();
    try {
      assertThat(run("key", "create", "--name", "ci", "--roles", "caller,Reviewer", "--data", data))
          .as(said(err))
          .isEqualTo(Commands.DONE);
      var first = said(out).strip();

      try (var studio = CommandDatabase.open(folder)) {
        var key = authenticate(studio, first).orElseThrow();
        assertThat(key.roles()).containsExactlyInAnyOrder(Role.CALLER, Role.REVIEWER);
        assertThat(key.environments()).isEmpty();

        out.reset();
        assertThat(
                run(
                    "key",
                    "create",
                    "--name=beside",
                    "--roles=caller",
                    "--environments=test,production",
                    "--data=" + data))
            .as(said(err))
            .isEqualTo(Commands.DONE);
        assertThat(authenticate(studio, said(out).strip()).orElseThrow().environments())
            .isEqualTo(Set.of("test", "production"));

        out.reset();
        assertThat(run("verify-audit", "--data", data)).isEqualTo(Commands.DONE);
        assertThat(said(out))
            .matches("The audit trail is intact: 2 entries, last hash [0-9a-f]{64}\n");
      }
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key",
        "key destroy",
        "key create --roles caller",
        "key create --name k",
        "key create --name k --roles governor",
        "key create --name k --roles caller,administrator",
        "key create --name k --roles wizard",
        "key create --name k --roles ,",
        "key create --name k --roles caller --colour red",
        "key create --name k --roles",
        "verify-audit now"
      })
  void wrongUsageIsSaidWithTheRightOneAndTouchesNothing(String line) {
    assertThat(run(line.split(" ", -1))).isEqualTo(Commands.WRONG_USAGE);

    assertThat(said(out)).isEmpty();
    assertThat(said(err)).contains("key create --name NAME --roles ROLE");
    assertThat(Path.of(".data")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeIsSaidInOneSentence() {
    assertThat(run("verify-audit", "--data", "/proc/rulewright")).isEqualTo(Commands.FAILED);

    assertThat(said(err).lines()).hasSize(1);
  }

  private static Optional<ApiKey> authenticate(CommandDatabase studio, String secret) {
    var jdbc = JdbcClient.create(studio.dataSource());
    var transactions = new JdbcTransactionManager(studio.dataSource());
    return new ApiKeys(jdbc, new AuditTrail(jdbc, transactions), transactions).authenticate(secret);
  }

  private int run(String... arguments) {
    return Commands.run(
        arguments,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
