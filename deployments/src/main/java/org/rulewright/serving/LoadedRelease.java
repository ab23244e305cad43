package org.rulewright.serving;

import org.rulewright.release.Release;

/** A release with its compiled model. */
record LoadedRelease(Release release, ReleasedModel model) {

  static LoadedRelease of(Release release) {
    return new LoadedRelease(release, ReleasedModel.of(release.version()));
  }
}
