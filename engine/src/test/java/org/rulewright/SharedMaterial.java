package org.rulewright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * The real material of other people that stays beside the project: in {@code ../shared}, or where
 * {@code RULEWRIGHT_SHARED} points.
 */
public final class SharedMaterial {

  private SharedMaterial() {}

  /** Returns a folder of the material; the test is skipped, saying so, where it is absent. */
  public static Path folder(String name) {
    var folder = root().resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: " + name + " is not beside the project, and RULEWRIGHT_SHARED is not set");
    return folder;
  }

  /** Returns all files below a folder of the material whose names end so, sorted. */
  public static List<Path> files(String folder, String ending) {
    try (var walk = Files.walk(folder(folder))) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    var configured = System.getenv("RULEWRIGHT_SHARED");
    if (configured != null && !configured.isBlank()) {
      return Path.of(configured);
    }
    // tests run in the folder of their module
    var project = Path.of("").toAbsolutePath().getParent();
    return (project == null ? Path.of("") : project).resolveSibling("shared");
  }
}
