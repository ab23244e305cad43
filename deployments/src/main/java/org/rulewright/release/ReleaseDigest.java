package org.rulewright.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.rulewright.version.Version;

/** The hash of everything that decides under a release. */
final class ReleaseDigest {

  private ReleaseDigest() {}

  // None of the parts can hold a line break.
  static String of(Version version, String engineVersion) {
    String closedSet =
        "rulewright-release-1\n"
            + ("strategy " + version.strategy() + "\n")
            + ("version " + version.digest() + "\n")
            + ("engine " + engineVersion + "\n");
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(closedSet.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
