package org.rulewright.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.Strategy;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.environment.Environments;
import org.rulewright.version.Version;
import org.rulewright.version.VersionId;
import org.rulewright.version.Versions;
import org.springframework.stereotype.Service;

/** Releases versions into environments and goes back, by four eyes; and tells what runs where. */
@Service
public class Releases {

  private final Environments environments;
  private final Strategies strategies;
  private final Versions versions;
  private final ReleaseStore releases;
  private final Rollouts rollouts;
  private final ReleaseDesk desk;

  Releases(
      Environments environments,
      Strategies strategies,
      Versions versions,
      ReleaseStore releases,
      Rollouts rollouts,
      ReleaseDesk desk) {
    this.environments = environments;
    this.strategies = strategies;
    this.versions = versions;
    this.releases = releases;
    this.rollouts = rollouts;
    this.desk = desk;
  }

  /** Makes a version the active one of its strategy in an environment, if every policy allows. */
  public ReleaseResult release(VersionId versionId, String environment, Actor by) {
    Optional<Version> version = versions.find(versionId);
    if (version.isEmpty()) {
      return desk.refuse(ReleasePolicies.NO_SUCH_VERSION, environment, versionId.toString(), by);
    }
    if (environments.find(environment).isEmpty()) {
      return desk.refuse(
          ReleasePolicies.NO_SUCH_ENVIRONMENT, environment, versionId.toString(), by);
    }
    Strategy strategy = strategies.find(version.get().strategy()).orElseThrow();
    return desk.release(strategy, version.get(), environment, by);
  }

  /** Makes the release before the active one active again. */
  public ReleaseResult back(String environment, StrategyKey strategy, Actor by) {
    if (environments.find(environment).isEmpty()) {
      return desk.refuse(ReleasePolicies.NO_SUCH_ENVIRONMENT, environment, strategy.toString(), by);
    }
    return desk.back(new RolloutKey(environment, strategy), by);
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
