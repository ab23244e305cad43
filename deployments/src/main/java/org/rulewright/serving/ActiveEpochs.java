package org.rulewright.serving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rulewright.asset.StrategyKey;
import org.rulewright.decisionlog.EpochStamp;
import org.rulewright.decisionlog.RolloutEpochs;
import org.rulewright.release.RolloutKey;
import org.rulewright.release.Rollouts;
import org.springframework.stereotype.Component;

/**
 * Asks the rollouts, inside a commit group, whether they are still those that were decided under.
 */
@Component
class ActiveEpochs implements RolloutEpochs {

  private final Rollouts rollouts;

  ActiveEpochs(Rollouts rollouts) {
    this.rollouts = rollouts;
  }

  @Override
  public Set<EpochStamp> stale(Connection connection, Set<EpochStamp> stamps) throws SQLException {
    Map<EpochStamp, RolloutKey> keys = new HashMap<>();
    for (var stamp : stamps) {
      keys.put(stamp, new RolloutKey(stamp.environment(), new StrategyKey(stamp.strategy())));
    }
    var held = rollouts.holdEpochs(connection, Set.copyOf(keys.values()));
    var stale = new HashSet<EpochStamp>();
    keys.forEach((stamp, key) -> {
      var epoch = held.get(key);
      if (epoch == null || epoch != stamp.epoch()) {
        stale.add(stamp);
      }
    });
    return stale;
  }
}
