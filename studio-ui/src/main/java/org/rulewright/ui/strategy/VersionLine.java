package org.rulewright.ui.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.evidence.Evidence;
import org.rulewright.version.VersionSummary;

/**
 * A version as a line of the list.
 *
 * @param runsIn labels of the environments it runs in
 * @param evidence what its newest examination found, null where it was not examined
 */
record VersionLine(VersionSummary version, List<String> runsIn, @Nullable Evidence evidence) {
  private static final int SHORT = 12;

  /** The beginning of the digest, enough to tell versions apart. */
  String shortDigest() {
    return version.digest().substring(0, SHORT);
  }
}
