package org.rulewright.serving;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.rulewright.decisionlog.EpochStamp;
import org.rulewright.release.ReleaseId;
import org.rulewright.release.Releases;
import org.rulewright.release.RolloutKey;
import org.rulewright.release.Rollouts;
import org.rulewright.version.VersionCompiler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The models in memory, by release, and which of them is active where.
 *
 * <p>What is active may be out of date here: the commit group finds that out and {@link #forget} is
 * called. So a decision asks the database nothing before it is recorded.
 *
 * <p>What is handed out is held for the one who asked, who closes it; so a release that was
 * replaced is let go when the last decision under way has ended, and scoring models with it.
 */
@Component
class ReleasedModels {

  private static final int MOST_MODELS = 200;

  /** So long one that is no longer active waits for a replay or explanation. */
  private static final Duration IDLE = Duration.ofMinutes(30);

  private final Rollouts rollouts;
  private final Map<RolloutKey, ActiveModel> active = new ConcurrentHashMap<>();
  private final LoadingCache<ReleaseId, LoadedRelease> models;

  @Autowired
  ReleasedModels(Rollouts rollouts, Releases releases, VersionCompiler compiler) {
    this.rollouts = rollouts;
    // The cache computes each model once, however many ask for it at the same time.
    models =
        Caffeine.newBuilder()
            .maximumSize(MOST_MODELS)
            .expireAfterAccess(IDLE)
            .scheduler(Scheduler.systemScheduler())
            .evictionListener(
                (@Nullable ReleaseId id, @Nullable LoadedRelease loaded, RemovalCause why) ->
                    Objects.requireNonNull(loaded).close())
            .build(id -> LoadedRelease.of(releases.find(id).orElseThrow(), compiler));
  }

  /** What is active; to be closed when the decision is made. */
  Optional<ActiveModel> active(String environment, StrategyKey strategy) {
    var key = new RolloutKey(environment, strategy);
    var known = active.get(key);
    return known != null && known.loaded().hold() ? Optional.of(known) : load(key);
  }

  /** The model of a release, active or not; to be closed when it is not needed any more. */
  LoadedRelease of(ReleaseId release) {
    for (var known : active.values()) {
      if (known.loaded().release().id().equals(release) && known.loaded().hold()) {
        return known.loaded();
      }
    }
    while (true) {
      var loaded = models.get(release);
      // one let go between the two is no longer in the cache
      if (loaded.hold()) {
        return loaded;
      }
    }
  }

  void forget(String environment, StrategyKey strategy) {
    letGo(active.remove(new RolloutKey(environment, strategy)));
  }

  private Optional<ActiveModel> load(RolloutKey key) {
    return rollouts
        .active(key.environment(), key.strategy())
        .map(found -> {
          var stamp = new EpochStamp(key.environment(), key.strategy().value(), found.epoch());
          var loaded = new ActiveModel(of(found.release()), stamp);
          // held twice: for the one who asked, and for those who will
          if (!loaded.loaded().hold()) {
            throw new IllegalStateException("a release that is held was let go");
          }
          letGo(active.put(key, loaded));
          return loaded;
        });
  }

  private static void letGo(@Nullable ActiveModel before) {
    if (before != null) {
      before.loaded().close();
    }
  }

  /** A release that is active, with the epoch it was found active in. */
  record ActiveModel(LoadedRelease loaded, EpochStamp epoch) implements AutoCloseable {

    @Override
    public void close() {
      loaded.close();
    }
  }
}
