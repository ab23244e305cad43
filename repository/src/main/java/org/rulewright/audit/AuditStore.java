package org.rulewright.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of the audit trail. */
final class AuditStore {

  private static final int BATCH = 1000;
  private static final long LOCK = 0x7277617564697400L; // "rwaudit"
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  AuditStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The end of the chain, which nobody else can continue until this transaction ends. */
  Last lockLast() {
    jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
    return jdbc.sql("SELECT position, hash FROM audit ORDER BY position DESC LIMIT 1")
        .query((row, number) -> new Last(row.getLong(1), row.getBytes(2)))
        .optional()
        .orElse(new Last(0, AuditHash.FIRST));
  }

  void insert(AuditEntry entry, byte[] previous, byte[] hash) {
    jdbc.sql(
            """
            INSERT INTO audit (position, recorded_at, actor_kind, actor_id, actor_name,
                               action, thing, thing_id, details, previous, hash)
            VALUES (:position, :at, :kind, :actorId, :actorName,
                    :action, :thing, :thingId, :details::jsonb, :previous, :hash)
            """)
        .param("position", entry.position())
        .param("at", at(entry.recordedAt()))
        .param("kind", entry.actor().kind().name())
        .param("actorId", entry.actor().id())
        .param("actorName", entry.actor().name())
        .param("action", entry.action().name())
        .param("thing", entry.thing())
        .param("thingId", entry.thingId())
        .param("details", JSON.writeValueAsString(entry.details()))
        .param("previous", previous)
        .param("hash", hash)
        .update();
  }

  List<AuditLink> after(long position) {
    return jdbc.sql("SELECT * FROM audit WHERE position > :after ORDER BY position LIMIT :batch")
        .param("after", position)
        .param("batch", BATCH)
        .query((row, number) -> link(row))
        .list();
  }

  AuditPage search(AuditQuery query, AuditOrder order) {
    var conditions = new Conditions();
    conditions.add("actor_id = :actor", "actor", query.actorId());
    conditions.add("action = :action", "action", name(query.action()));
    conditions.add("thing = :thing", "thing", query.thing());
    conditions.add("thing_id = :thingId", "thingId", query.thingId());
    conditions.add(
        "position(lower(:text) in lower(actor_name || ' ' || thing_id || ' ' || details::text)) > 0",
        "text",
        query.text());
    conditions.add("recorded_at >= :from", "from", at(query.from()));
    conditions.add("recorded_at < :until", "until", at(query.until()));
    conditions.add(order.further(), "after", query.after());
    var found =
        jdbc.sql(
                "SELECT * FROM audit %s ORDER BY %s LIMIT :limit"
                    .formatted(conditions.where(), order.sql()))
            .params(conditions.values())
            .param("limit", query.limit() + 1)
            .query((row, number) -> entry(row))
            .list();
    return found.size() > query.limit()
        ? new AuditPage(
            List.copyOf(found.subList(0, query.limit())), found.get(query.limit() - 1).position())
        : new AuditPage(List.copyOf(found), null);
  }

  private static AuditLink link(ResultSet row) throws SQLException {
    return new AuditLink(
        row.getLong("position"), readable(row), row.getBytes("previous"), row.getBytes("hash"));
  }

  private static @Nullable AuditEntry readable(ResultSet row) throws SQLException {
    try {
      return entry(row);
    } catch (IllegalArgumentException | JacksonException tampered) {
      return null; // reported by its position as unreadable
    }
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return AuditEntry.of(
        row.getLong("position"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new Actor(
            ActorKind.valueOf(row.getString("actor_kind")),
            row.getString("actor_id"),
            row.getString("actor_name")),
        AuditAction.valueOf(row.getString("action")),
        row.getString("thing"),
        row.getString("thing_id"),
        JSON.readValue(row.getString("details"), new TypeReference<Map<String, String>>() {}));
  }

  private static @Nullable String name(@Nullable AuditAction action) {
    return action == null ? null : action.name();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** The end of the chain. */
  record Last(long position, byte[] hash) {}

  /** The filters that were asked for. */
  private static final class Conditions {

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    void add(String condition, String name, @Nullable Object value) {
      if (value != null) {
        all.add(condition);
        values.put(name, value);
      }
    }

    String where() {
      return all.isEmpty() ? "" : "WHERE " + String.join(" AND ", all);
    }

    Map<String, Object> values() {
      return values;
    }
  }
}
