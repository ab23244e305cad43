package org.rulewright.serving;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rulewright.asset.StrategyKey;
import org.rulewright.decisionlog.EpochStamp;
import org.rulewright.release.ReleaseId;
import org.rulewright.release.Releases;
import org.rulewright.release.RolloutKey;
import org.rulewright.release.Rollouts;
import org.rulewright.version.VersionCompiler;
import org.springframework.stereotype.Component;

/**
 * The models in memory, by release, and which of them is active where.
 *
 * <p>What is active may be out of date here: the commit group finds that out and {@link #forget} is
 * called. So a decision asks the database nothing before it is recorded.
 */
@Component
class ReleasedModels {

  private static final int MOST_MODELS = 200;

  private final Rollouts rollouts;
  private final Map<RolloutKey, ActiveModel> active = new ConcurrentHashMap<>();
  private final LoadingCache<ReleaseId, LoadedRelease> models;

  ReleasedModels(Rollouts rollouts, Releases releases, VersionCompiler compiler) {
    this.rollouts = rollouts;
    // The cache computes each model once, however many ask for it at the same time.
    models =
        Caffeine.newBuilder()
            .maximumSize(MOST_MODELS)
            .build(id -> LoadedRelease.of(releases.find(id).orElseThrow(), compiler));
  }

  Optional<ActiveModel> active(String environment, StrategyKey strategy) {
    var key = new RolloutKey(environment, strategy);
    var known = active.get(key);
    return known != null ? Optional.of(known) : load(key);
  }

  /** The model of a release, active or not. */
  LoadedRelease of(ReleaseId release) {
    return models.get(release);
  }

  void forget(String environment, StrategyKey strategy) {
    active.remove(new RolloutKey(environment, strategy));
  }

  private Optional<ActiveModel> load(RolloutKey key) {
    return rollouts
        .active(key.environment(), key.strategy())
        .map(found -> {
          var stamp = new EpochStamp(key.environment(), key.strategy().value(), found.epoch());
          var loaded = new ActiveModel(models.get(found.release()), stamp);
          active.put(key, loaded);
          return loaded;
        });
  }

  /** A release that is active, with the epoch it was found active in. */
  record ActiveModel(LoadedRelease loaded, EpochStamp epoch) {}
}
