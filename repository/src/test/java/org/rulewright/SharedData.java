package org.rulewright;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The real data that lies beside the project; tests that need it are skipped where it is absent.
 */
public final class SharedData {

  private SharedData() {}

  /** A file below the folder of data, such as {@code cumcm2020c/att1_enterprises.csv}. */
  public static Path file(String name) {
    return existing(root().resolve("data").resolve(name), name);
  }

  /** A file below the folder of models, such as {@code credit-selfmade/sba-gbm.onnx}. */
  public static Path model(String name) {
    return existing(root().resolve("models").resolve(name), name);
  }

  private static Path existing(Path file, String name) {
    Assumptions.assumeTrue(
        Files.isRegularFile(file),
        () -> "skipped: " + name + " is not beside the project, and RULEWRIGHT_SHARED is not set");
    return file;
  }

  private static Path root() {
    var configured = System.getenv("RULEWRIGHT_SHARED");
    if (configured != null && !configured.isBlank()) {
      return Path.of(configured);
    }
    // Tests run in the folder of their module.
    var project = Path.of("").toAbsolutePath().getParent();
    return (project == null ? Path.of("") : project).resolveSibling("shared");
  }
}
