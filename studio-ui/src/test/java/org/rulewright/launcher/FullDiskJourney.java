package org.rulewright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real file system without room, or one that cannot be written; only root can mount them. */
class FullDiskJourney {

  private static final int BLOCK = 1 << 20;

  private static Launcher launcher = new Launcher(Map.of());

  private Path disk = Path.of("/");

  @BeforeAll
  static void packaged() {
    launcher = Launcher.ready();
  }

  @BeforeEach
  void folder() throws IOException {
    disk = Files.createTempDirectory(Path.of("/tmp"), "rulewright-disk-");
    Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", disk.toString()); // fails where nothing could be mounted
    Files.delete(disk);
  }

  @Test
  void aDiskWithTooLittleRoomIsSaidBeforeAnythingStarts() throws Exception {
    mount("size=100m");

    try (var studio = begin()) {
      refused(studio, "full");
    }
    assertThat(disk.resolve("postgres")).doesNotExist();
  }

  /** While the programs of PostgreSQL are unpacked, and while its database is created. */
  @ParameterizedTest
  @ValueSource(strings = {"postgres", "postgres/cluster.new"})
  void aDiskThatFillsUpDuringTheStartIsSaid(String once) throws Exception {
    mount("size=400m");

    try (var studio = begin()) {
      while (!Files.exists(disk.resolve(once))) {
        assertThat(studio.isAlive()).as(studio.err()).isTrue();
        Thread.sleep(5);
      }
      fill();
      refused(studio, "full");
    }
  }

  @Test
  void aReadOnlyDiskIsSaid() throws Exception {
    mount("ro");

    try (var studio = begin()) {
      refused(studio, "cannot be written");
    }
  }

  private LaunchedStudio begin() throws IOException {
    return LaunchedStudio.begin(launcher, disk, "--empty");
  }

  private void refused(LaunchedStudio studio, String words) throws Exception {
    assertThat(studio.awaitEnd()).as(studio.err()).isEqualTo(1);
    assertThat(studio.out()).isEmpty();
    assertThat(studio.err().lines().filter(line -> !line.contains("  INFO ")))
        .as("one sentence")
        .hasSize(1);
    assertThat(studio.err()).contains(words, disk.toString());
  }

  private void fill() throws IOException {
    try (var filler = Files.newOutputStream(disk.resolve("filler"))) {
      while (Files.getFileStore(disk).getUsableSpace() > 0) {
        var left = Math.min(BLOCK, Files.getFileStore(disk).getUsableSpace());
        filler.write(new byte[(int) left]);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private void mount(String options) throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", options + ",mode=711", "tmpfs", disk.toString()) == 0,
        "needs the right to mount");
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
