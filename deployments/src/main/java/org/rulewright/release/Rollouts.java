package org.rulewright.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.rulewright.asset.StrategyKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which release is active where, and the epoch that counts the changes. */
@Component
public class Rollouts {

  /** The channel on which a change is hinted at, as {@code environment/strategy}. */
  public static final String CHANNEL = "rw_rollout";

  private static final String ACTIVE =
      """
      select environment, strategy, release, epoch from rw.rollout
      where release is not null
      """;

  private final JdbcClient jdbc;

  public Rollouts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<ActiveRelease> active(String environment, StrategyKey strategy) {
    return jdbc.sql(ACTIVE + "and environment = :environment and strategy = :strategy")
        .param("environment", environment)
        .param("strategy", strategy.value())
        .query(Rollouts::activeRelease)
        .optional();
  }

  /** Returns everything that is active anywhere. */
  public List<ActiveRelease> active() {
    return jdbc.sql(ACTIVE + "order by environment, strategy")
        .query(Rollouts::activeRelease)
        .list();
  }

  /**
   * Returns the epochs and keeps them from changing until the transaction of {@code connection}
   * ends; a strategy that was never released there is absent.
   *
   * <p>The rows are locked in one order, so that two commit groups and a release never wait for
   * each other in a circle.
   */
  public Map<RolloutKey, Long> holdEpochs(Connection connection, Collection<RolloutKey> wanted)
      throws SQLException {
    Map<RolloutKey, Long> epochs = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select epoch from rw.rollout where environment = ? and strategy = ? for share")) {
      for (RolloutKey key : new TreeSet<>(wanted)) {
        statement.setString(1, key.environment());
        statement.setString(2, key.strategy().value());
        try (ResultSet row = statement.executeQuery()) {
          if (row.next()) {
            epochs.put(key, row.getLong(1));
          }
        }
      }
    }
    return epochs;
  }

  /** Returns what is active, if anything, and keeps all others from changing or holding it. */
  State lock(RolloutKey key) {
    jdbc.sql(
            """
            insert into rw.rollout (environment, strategy) values (:environment, :strategy)
            on conflict do nothing
            """)
        .param("environment", key.environment())
        .param("strategy", key.strategy().value())
        .update();
    return lockExisting(key).orElseThrow();
  }

  /** As {@link #lock}, but nothing for a strategy that was never released there. */
  Optional<State> lockExisting(RolloutKey key) {
    return jdbc.sql(
            """
            select release, epoch from rw.rollout
            where environment = :environment and strategy = :strategy for update
            """)
        .param("environment", key.environment())
        .param("strategy", key.strategy().value())
        .query(Rollouts::state)
        .optional()
        .map(state -> state.at(now(key)));
  }

  // Asked for only once the row is locked: what commit groups recorded while we waited for them
  // was decided before this change.
  private Instant now(RolloutKey key) {
    return jdbc.sql(
            """
            select greatest(clock_timestamp(), max(at) + interval '1 microsecond')
            from rw.release_event where environment = :environment and strategy = :strategy
            """)
        .param("environment", key.environment())
        .param("strategy", key.strategy().value())
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  private static State state(ResultSet row, int line) throws SQLException {
    return new State(
        Optional.ofNullable(row.getObject("release", UUID.class)).map(ReleaseId::new),
        row.getLong("epoch"),
        Instant.EPOCH);
  }

  /** What the row says while it is locked, and the time of a change made now. */
  record State(Optional<ReleaseId> release, long epoch, Instant now) {

    private State at(Instant time) {
      return new State(release, epoch, time);
    }
  }

  /** Makes the release active; listeners get the hint when the transaction commits. */
  void activate(RolloutKey key, ReleaseId release, long epoch) {
    jdbc.sql(
            """
            update rw.rollout set release = :release, epoch = :epoch
            where environment = :environment and strategy = :strategy
            """)
        .param("release", release.value())
        .param("epoch", epoch)
        .param("environment", key.environment())
        .param("strategy", key.strategy().value())
        .update();
    jdbc.sql("select pg_notify(:channel, :what)::text")
        .param("channel", CHANNEL)
        .param("what", key.environment() + "/" + key.strategy())
        .query(String.class)
        .single();
  }

  private static ActiveRelease activeRelease(ResultSet row, int line) throws SQLException {
    return new ActiveRelease(
        row.getString("environment"),
        new StrategyKey(row.getString("strategy")),
        new ReleaseId(row.getObject("release", UUID.class)),
        row.getLong("epoch"));
  }
}
