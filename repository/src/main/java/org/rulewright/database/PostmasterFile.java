package org.rulewright.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a running PostgreSQL writes into its cluster.
 *
 * @param pid of the first process of the server
 * @param port it listens on
 */
record PostmasterFile(long pid, int port) {

  static Path in(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** Empty when no server left one, or it was killed while writing it. */
  static Optional<PostmasterFile> read(Path cluster) throws IOException {
    var file = in(cluster);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(file);
    if (lines.size() < 4 || !isNumber(lines.get(0)) || !isNumber(lines.get(3))) {
      return Optional.empty();
    }
    return Optional.of(
        new PostmasterFile(
            Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip())));
  }

  /**
   * Whether the process of that id is alive and is the server of this cluster, and not a stranger
   * that got the number after a restart of the machine.
   */
  boolean isServerOf(Path cluster) throws IOException {
    var process = Path.of("/proc", Long.toString(pid));
    try {
      return Files.readString(process.resolve("comm")).strip().equals("postgres")
          && Files.readSymbolicLink(process.resolve("cwd")).equals(cluster.toRealPath());
    } catch (NoSuchFileException ended) {
      return false; // also one that ended and whose parent has not noticed: it has no folder
    }
  }

  private static boolean isNumber(String line) {
    return line.strip().matches("\\d{1,9}");
  }
}
