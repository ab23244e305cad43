package org.rulewright.serving;

import org.rulewright.release.Release;
import org.rulewright.version.VersionCompiler;

/** A release with its compiled model. */
record LoadedRelease(Release release, ReleasedModel model) {

  static LoadedRelease of(Release release, VersionCompiler compiler) {
    return new LoadedRelease(release, ReleasedModel.of(release.version(), compiler));
  }
}
