package org.rulewright.decisionlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Tells a commit group which of its decisions were evaluated under a rollout that is over. */
public interface RolloutEpochs {

  /**
   * Gives back the stamps whose epoch has moved on, and holds the others with a shared row lock
   * until the end of the connection's transaction.
   */
  Set<EpochStamp> stale(Connection connection, Set<EpochStamp> stamps) throws SQLException;
}
