package org.rulewright.dataset.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The folder of snapshots, each a Parquet file named by the hash of what it was made of.
 *
 * <p>A file appears under its name whole or not at all, and is never changed afterwards.
 */
public final class SnapshotFiles {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final Path snapshots;
  private final Path scratch;

  public SnapshotFiles(Path folder) {
    this.snapshots = folder.resolve("snapshots");
    this.scratch = folder.resolve("scratch");
  }

  /** Where the snapshot is or will be; refuses anything that is no hash, such as a path. */
  public Path path(String digest) {
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("not a SHA-256 hash: " + digest);
    }
    return snapshots.resolve(digest.substring(0, 2)).resolve(digest + ".parquet");
  }

  public boolean has(String digest) {
    return Files.exists(path(digest));
  }

  /** The folder for work in progress. */
  public Path scratch() {
    try {
      return Files.createDirectories(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes what a process that was killed left unfinished; nothing may be in work. */
  public void clearScratch() {
    try (var left = Files.walk(scratch())) {
      for (var file : left.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(scratch)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keep(Path finished, String digest) throws IOException {
    var target = path(digest);
    Files.createDirectories(target.getParent());
    Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
