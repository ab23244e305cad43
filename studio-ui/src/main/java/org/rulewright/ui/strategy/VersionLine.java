package org.rulewright.ui.strategy;

import java.util.List;
import org.rulewright.version.VersionSummary;

/**
 * A version as a line of the list.
 *
 * @param runsIn labels of the environments it runs in
 */
record VersionLine(VersionSummary version, List<String> runsIn) {
  private static final int SHORT = 12;

  /** The beginning of the digest, enough to tell versions apart. */
  String shortDigest() {
    return version.digest().substring(0, SHORT);
  }
}
