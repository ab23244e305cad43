package org.rulewright.decisionlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.rulewright.database.DataFolder;
import org.rulewright.signing.InstallationKey;

/** The installation key of these tests, made anew for each run. */
final class TestKeys {

  private static final InstallationKey KEY = make();

  private TestKeys() {}

  static InstallationKey installation() {
    return KEY;
  }

  private static InstallationKey make() {
    try {
      var folder = Files.createTempDirectory("rulewright-keys-");
      try (var data = DataFolder.open(folder)) {
        return new InstallationKey(data);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
