package org.rulewright.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rulewright.asset.StrategyKey;
import org.springframework.stereotype.Service;

/** Releases versions into environments and goes back, by four eyes; and tells what runs where. */
@Service
public class Releases {

  private final ReleaseStore releases;
  private final Rollouts rollouts;

  Releases(ReleaseStore releases, Rollouts rollouts) {
    this.releases = releases;
    this.rollouts = rollouts;
  }

  /** Returns the active release with its content; {@link Rollouts#active} is cheaper. */
  public Optional<Release> active(String environment, StrategyKey strategy) {
    return rollouts
        .active(environment, strategy)
        .flatMap(active -> releases.find(active.release()));
  }

  public Optional<Release> find(ReleaseId id) {
    return releases.find(id);
  }

  /** Returns the last release of this closed set, in whichever environment. */
  public Optional<Release> findByDigest(String digest) {
    return releases.find(digest);
  }

  /** Returns every change of what is active, the newest first. */
  public List<ReleaseEvent> history(String environment, StrategyKey strategy) {
    return releases.history(environment, strategy);
  }

  /** Returns the last changes in all environments and strategies, the newest first. */
  public List<ReleaseEvent> latest(int limit) {
    return releases.latest(limit);
  }

  /** Returns the release that was active at a moment. */
  public Optional<Release> at(String environment, StrategyKey strategy, Instant instant) {
    return releases.at(environment, strategy, instant).flatMap(releases::find);
  }

  /** Returns what was active at a moment: for each strategy the change that made it so. */
  public List<ReleaseEvent> at(String environment, Instant instant) {
    return releases.at(environment, instant);
  }
}
