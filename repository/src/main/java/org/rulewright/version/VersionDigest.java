package org.rulewright.version;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.rulewright.asset.StrategyContent;
import org.rulewright.blob.Digest;

/** The hash that names a version: of its content alone, or of that and what it pins. */
final class VersionDigest {

  private VersionDigest() {}

  // None of the parts can hold a line break or a space.
  static String of(StrategyContent content, List<VersionPin> pins) {
    if (pins.isEmpty()) {
      return content.digest();
    }
    var closedSet =
        "rulewright-version-1\n"
            + ("content " + content.digest() + "\n")
            + pins.stream()
                .sorted(Comparator.comparing(VersionPin::kind).thenComparing(VersionPin::key))
                .map(pin -> pin.kind() + " " + pin.key() + " " + state(pin) + "\n")
                .collect(Collectors.joining());
    return Digest.of(closedSet.getBytes(UTF_8)).hex();
  }

  /** The same model file may be registered again with other names of its features. */
  private static String state(VersionPin pin) {
    return pin.kind() == VersionPin.Kind.MODEL
        ? pin.number() + " " + pin.digest()
        : pin.digest().hex();
  }
}
