package org.rulewright.serving;

import org.rulewright.release.Release;
import org.rulewright.version.VersionCompiler;

/**
 * A release with its compiled model, which is let go when the last of those who hold it has closed
 * it; who loaded it is the first.
 */
final class LoadedRelease implements AutoCloseable {

  private final Release release;
  private final ReleasedModel model;
  private final Holders holders;

  private LoadedRelease(Release release, ReleasedModel model) {
    this.release = release;
    this.model = model;
    this.holders = new Holders(model::close);
  }

  static LoadedRelease of(Release release, VersionCompiler compiler) {
    return new LoadedRelease(release, ReleasedModel.of(release.version(), compiler));
  }

  Release release() {
    return release;
  }

  ReleasedModel model() {
    return model;
  }

  /** Holds it too; false when nobody holds it any more and it has been let go. */
  boolean hold() {
    return holders.hold();
  }

  /** Closed once by each who holds it. */
  @Override
  public void close() {
    holders.leave();
  }
}
