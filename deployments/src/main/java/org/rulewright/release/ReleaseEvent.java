package org.rulewright.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.version.VersionId;

/**
 * One change of what is active for a strategy in an environment.
 *
 * @param release what is active from then on, with its digest and the number of its version
 * @param replaced what was active before; absent the first time
 * @param epoch counts the changes from 1
 */
public record ReleaseEvent(
    Kind kind,
    String environment,
    StrategyKey strategy,
    ReleaseId release,
    String digest,
    VersionId version,
    int versionNumber,
    @Nullable ReleaseId replaced,
    long epoch,
    Actor by,
    Instant at) {

  /** How the change came about. */
  public enum Kind {
    /** A version was released. */
    RELEASED,
    /** The release before the one that was active was taken up again. */
    BACK
  }
}
