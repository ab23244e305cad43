package org.rulewright.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.version.Version;

/**
 * A version as it was accepted into an environment.
 *
 * @param digest SHA-256 over the strategy's key, the version's digest and the engine's version: the
 *     closed set that decides; the same set has the same digest in every environment
 * @param compiledShare the share of the model that our own engine evaluates, 0 to 1
 * @param previous the release going back leads to; absent if it was the first
 */
public record Release(
    ReleaseId id,
    String digest,
    Version version,
    String environment,
    String engineVersion,
    BigDecimal compiledShare,
    @Nullable ReleaseId previous,
    Actor releasedBy,
    Instant releasedAt) {

  public StrategyKey strategy() {
    return version.strategy();
  }

  /** Returns the release going back leads to. */
  public Optional<ReleaseId> before() {
    return Optional.ofNullable(previous);
  }
}
