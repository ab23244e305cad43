package org.rulewright.serving;

import java.util.concurrent.atomic.AtomicInteger;
import org.rulewright.release.Release;
import org.rulewright.version.VersionCompiler;

/**
 * A release with its compiled model, which is let go when the last of those who hold it has closed
 * it; who loaded it is the first.
 */
final class LoadedRelease implements AutoCloseable {

  private final Release release;
  private final ReleasedModel model;
  private final AtomicInteger holders = new AtomicInteger(1);

  private LoadedRelease(Release release, ReleasedModel model) {
    this.release = release;
    this.model = model;
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
    while (true) {
      int now = holders.get();
      if (now == 0) {
        return false;
      }
      if (holders.compareAndSet(now, now + 1)) {
        return true;
      }
    }
  }

  /** Closed once by each who holds it. */
  @Override
  public void close() {
    if (holders.decrementAndGet() == 0) {
      model.close();
    }
  }
}
