package org.rulewright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ctrl-C and SIGTERM, after the start and in the middle of it. */
class StopJourney {

  private static final int KILLED_BY_INT = 130;
  private static final int KILLED_BY_TERM = 143;
  private static final Duration SECONDS = Duration.ofSeconds(30); // on a machine that is busy
  private static final Pattern CODE =
      Pattern.compile("(?m)^Create the first administrator.* ([A-Z0-9]{5}(-[A-Z0-9]{5}){3})$");

  private static Launcher launcher = new Launcher(Map.of());

  private StudioFolder data = new StudioFolder(Path.of("/"));

  @BeforeAll
  static void packaged() {
    launcher = Launcher.ready();
  }

  @BeforeEach
  void emptyFolder() throws IOException {
    data = StudioFolder.fresh();
  }

  @AfterEach
  void remove() throws IOException {
    data.close();
  }

  @Test
  void ctrlCStopsThePoolsBeforePostgresAndTheNextStartNeedsNoRecovery() throws Exception {
    try (var studio = LaunchedStudio.start(launcher, data.path(), "--empty")) {
      assertThat(CODE.matcher(studio.out()).find()).as(studio.out()).isTrue();
      var postgres = data.postgres().orElseThrow();
      var begun = Instant.now();

      assertThat(studio.interrupt()).isEqualTo(KILLED_BY_INT);

      assertThat(Duration.between(begun, Instant.now())).isLessThan(SECONDS);
      assertThat(StudioFolder.hasEnded(postgres)).as("PostgreSQL").isTrue();
      assertThat(studio.err()).doesNotContain("\tat ");
    }
    assertThat(data.postgresLog())
        .contains("received fast shutdown request", "database system is shut down")
        .doesNotContain("terminating connection");

    var begun = Instant.now();
    try (var again = LaunchedStudio.start(launcher, data.path(), "--empty")) {
      System.err.printf("second start: %s%n", Duration.between(begun, Instant.now()));
      assertThat(again.terminate()).isEqualTo(KILLED_BY_TERM);
      assertThat(again.err()).doesNotContain("\tat ");
    }
    assertThat(data.postgresLog())
        .doesNotContain("not properly shut down", "terminating connection");
  }

  @Test
  void aStartIsGivenUpAtItsNextStepWhenItIsAskedToStop() throws Exception {
    try (var studio = LaunchedStudio.begin(launcher, data.path(), "--empty")) {
      while (data.postgres().isEmpty()) {
        assertThat(studio.isAlive()).as(studio.err()).isTrue();
        Thread.sleep(20);
      }
      var postgres = data.postgres().orElseThrow();

      assertThat(studio.interrupt()).isEqualTo(KILLED_BY_INT);

      assertThat(StudioFolder.hasEnded(postgres)).as("PostgreSQL").isTrue();
      assertThat(studio.out()).isEmpty();
      assertThat(studio.err()).doesNotContain("\tat ", "could not start");
    }
  }
}
