package org.rulewright.release;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;
import org.rulewright.version.VersionId;
import org.rulewright.version.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The insert-only tables of releases and of what happened to them. */
@Component
class ReleaseStore {

  private static final String EVENTS =
      """
      select e.kind, e.environment, e.strategy, e.release, r.digest, r.version,
        v.number as version_number, e.replaced, e.epoch, e.by_kind, e.by_id, e.by_name, e.at
      from rw.release_event e
      join rw.release r on r.id = e.release
      join rw.version v on v.id = r.version
      """;

  private final JdbcClient jdbc;
  private final Versions versions;

  ReleaseStore(JdbcClient jdbc, Versions versions) {
    this.jdbc = jdbc;
    this.versions = versions;
  }

  Optional<Release> find(ReleaseId id) {
    return jdbc.sql("select * from rw.release where id = :id")
        .param("id", id.value())
        .query(this::release)
        .optional();
  }

  /** Returns the latest release of this closed set, wherever it was released last. */
  Optional<Release> find(String digest) {
    return jdbc.sql(
            "select * from rw.release where digest = :digest order by released_at desc limit 1")
        .param("digest", digest)
        .query(this::release)
        .optional();
  }

  void insert(Release release) {
    jdbc.sql(
            """
            insert into rw.release
              (id, environment, strategy, version, digest, engine_version, compiled_share,
               previous, released_kind, released_by, released_by_name, released_at)
            values (:id, :environment, :strategy, :version, :digest, :engine, :share, :previous,
              :byKind, :by, :byName, :at)
            """)
        .param("id", release.id().value())
        .param("environment", release.environment())
        .param("strategy", release.strategy().value())
        .param("version", release.version().id().value())
        .param("digest", release.digest())
        .param("engine", release.engineVersion())
        .param("share", release.compiledShare())
        .param("previous", release.before().map(ReleaseId::value).orElse(null))
        .param("byKind", release.releasedBy().kind().name())
        .param("by", release.releasedBy().id())
        .param("byName", release.releasedBy().name())
        .param("at", Timestamp.from(release.releasedAt()))
        .update();
  }

  void insert(ReleaseEvent event) {
    jdbc.sql(
            """
            insert into rw.release_event
              (environment, strategy, kind, release, replaced, epoch, by_kind, by_id, by_name, at)
            values (:environment, :strategy, :kind, :release, :replaced, :epoch, :byKind, :by,
              :byName, :at)
            """)
        .param("environment", event.environment())
        .param("strategy", event.strategy().value())
        .param("kind", event.kind().name())
        .param("release", event.release().value())
        .param("replaced", value(event.replaced()))
        .param("epoch", event.epoch())
        .param("byKind", event.by().kind().name())
        .param("by", event.by().id())
        .param("byName", event.by().name())
        .param("at", Timestamp.from(event.at()))
        .update();
  }

  /** Returns the changes, the newest first. */
  List<ReleaseEvent> history(String environment, StrategyKey strategy) {
    return jdbc.sql(
            EVENTS
                + """
                where e.environment = :environment and e.strategy = :strategy
                order by e.epoch desc
                """)
        .param("environment", environment)
        .param("strategy", strategy.value())
        .query(ReleaseStore::event)
        .list();
  }

  /** Returns the last changes anywhere, the newest first. */
  List<ReleaseEvent> latest(int limit) {
    return jdbc.sql(EVENTS + "order by e.id desc limit :limit")
        .param("limit", limit)
        .query(ReleaseStore::event)
        .list();
  }

  /** Returns for each strategy the change that made active what was active then. */
  List<ReleaseEvent> at(String environment, Instant instant) {
    return jdbc.sql(
            EVENTS
                + """
                where e.environment = :environment and e.at <= :at and not exists (
                  select from rw.release_event later
                  where later.environment = e.environment and later.strategy = e.strategy
                    and later.at <= :at and later.epoch > e.epoch)
                order by e.strategy
                """)
        .param("environment", environment)
        .param("at", Timestamp.from(instant))
        .query(ReleaseStore::event)
        .list();
  }

  /** Returns the release that was active then. */
  Optional<ReleaseId> at(String environment, StrategyKey strategy, Instant instant) {
    return jdbc.sql(
            """
            select release from rw.release_event
            where environment = :environment and strategy = :strategy and at <= :at
            order by epoch desc limit 1
            """)
        .param("environment", environment)
        .param("strategy", strategy.value())
        .param("at", Timestamp.from(instant))
        .query(UUID.class)
        .optional()
        .map(ReleaseId::new);
  }

  private Release release(ResultSet row, int line) throws SQLException {
    var version = new VersionId(row.getObject("version", UUID.class));
    return new Release(
        new ReleaseId(row.getObject("id", UUID.class)),
        row.getString("digest"),
        versions.find(version).orElseThrow(),
        row.getString("environment"),
        row.getString("engine_version"),
        row.getObject("compiled_share", BigDecimal.class),
        idOrNull(row, "previous"),
        new Actor(
            ActorKind.valueOf(row.getString("released_kind")),
            row.getString("released_by"),
            row.getString("released_by_name")),
        row.getTimestamp("released_at").toInstant());
  }

  private static ReleaseEvent event(ResultSet row, int line) throws SQLException {
    return new ReleaseEvent(
        ReleaseEvent.Kind.valueOf(row.getString("kind")),
        row.getString("environment"),
        new StrategyKey(row.getString("strategy")),
        new ReleaseId(row.getObject("release", UUID.class)),
        row.getString("digest"),
        new VersionId(row.getObject("version", UUID.class)),
        row.getInt("version_number"),
        idOrNull(row, "replaced"),
        row.getLong("epoch"),
        new Actor(
            ActorKind.valueOf(row.getString("by_kind")),
            row.getString("by_id"),
            row.getString("by_name")),
        row.getTimestamp("at").toInstant());
  }

  private static @Nullable ReleaseId idOrNull(ResultSet row, String column) throws SQLException {
    UUID value = row.getObject(column, UUID.class);
    return value == null ? null : new ReleaseId(value);
  }

  private static @Nullable UUID value(@Nullable ReleaseId id) {
    return id == null ? null : id.value();
  }
}
