package org.rulewright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real file system without room, or one that cannot be written: only root can mount them. */
class FullDiskJourney {

  /** Too small to begin with, and filled up in the middle of the first start. */
  @ParameterizedTest
  @ValueSource(ints = {100, 206})
  void aFullDiskIsSaidInOneSentence(int megabytes) throws Exception {
    var disk = Files.createTempDirectory(Path.of("/tmp"), "rulewright-disk-");
    mounted(disk, "size=" + megabytes + "m");
    try {
      Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("rwx--x--x"));

      refused(Launcher.ready(), disk, "full");
    } finally {
      unmount(disk);
    }
  }

  @Test
  void aReadOnlyDiskIsSaidInOneSentence() throws Exception {
    var disk = Files.createTempDirectory(Path.of("/tmp"), "rulewright-disk-");
    mounted(disk, "ro");
    try {
      refused(Launcher.ready(), disk, "cannot be written");
    } finally {
      unmount(disk);
    }
  }

  private static void refused(Launcher launcher, Path disk, String words) {
    var ended = launcher.run("run", "--empty", "--port", "0", "--data", disk.toString());

    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).as(ended.err()).hasSize(1);
    assertThat(ended.err()).contains(words, disk.toString());
  }

  private static void mounted(Path folder, String options) throws Exception {
    var done = mount("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
    if (done != 0) {
      Files.delete(folder);
    }
    assumeTrue(done == 0, "needs the right to mount");
  }

  private static void unmount(Path folder) throws Exception {
    assertThat(mount("umount", folder.toString())).isZero();
    Files.delete(folder);
  }

  private static int mount(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
