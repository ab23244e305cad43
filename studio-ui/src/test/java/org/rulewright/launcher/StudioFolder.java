package org.rulewright.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** A data folder that the user PostgreSQL runs under can reach, removed afterwards. */
record StudioFolder(Path path) implements AutoCloseable {

  static StudioFolder fresh() throws IOException {
    var folder = Files.createTempDirectory(Path.of("/tmp"), "rulewright-launched-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    return new StudioFolder(folder);
  }

  /** The process of the PostgreSQL that runs on it, or that was killed on it. */
  Optional<Long> postgres() throws IOException {
    var file = cluster().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Files.readAllLines(file).stream()
        .findFirst()
        .map(String::strip)
        .filter(line -> line.matches("\\d+")) // else it is just being written
        .map(Long::valueOf);
  }

  /** All PostgreSQL logged on this folder. */
  String postgresLog() throws IOException {
    try (var files = Files.list(cluster().resolve("log"))) {
      return files.map(StudioFolder::read).collect(Collectors.joining());
    }
  }

  private Path cluster() {
    return path.resolve("postgres/cluster");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Also true for a process that only waits for its parent to notice. */
  static boolean hasEnded(long pid) throws IOException {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "status")).contains("State:\tZ");
    } catch (NoSuchFileException gone) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    FileSystemUtils.deleteRecursively(path);
  }
}
