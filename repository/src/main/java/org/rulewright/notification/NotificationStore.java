package org.rulewright.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.Role;
import org.rulewright.access.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of notifications: one row for each person who is told. */
final class NotificationStore {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Of {@code notification n} and {@code users u}: what a person may see now. */
  private static final String VISIBLE =
      "u.id = n.recipient AND u.active AND (cardinality(n.roles) = 0 OR n.roles && u.roles)";

  private final JdbcClient jdbc;

  NotificationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Finds the audience and tells it, in one statement; answers who was told. */
  Set<UserId> insert(Notice notice, Audience audience, Instant now) {
    var told =
        jdbc.sql(
                """
                INSERT INTO notification (recipient, kind, thing, thing_id, arguments, roles, told_at)
                SELECT u.id, :kind, :thing, :thingId, :arguments::jsonb,
                       CASE WHEN u.id::text = ANY (:people::text[]) THEN :open::text[]
                            ELSE :roles::text[] END,
                       :now
                FROM users u
                WHERE u.active AND u.id::text <> :except
                  AND (u.roles && :roles::text[]
                       OR u.id::text = ANY (:people::text[])
                          AND (cardinality(:open::text[]) = 0 OR u.roles && :open::text[]))
                  AND NOT (:once AND EXISTS (
                        SELECT FROM notification same
                        WHERE same.recipient = u.id AND same.seen_at IS NULL
                          AND same.kind = :kind AND same.thing = :thing
                          AND same.thing_id = :thingId))
                RETURNING recipient
                """)
            .param("kind", notice.kind().name())
            .param("thing", notice.thing().kind().name())
            .param("thingId", notice.thing().id())
            .param("arguments", JSON.writeValueAsString(new TreeMap<>(notice.arguments())))
            .param("people", audience.people().toArray(String[]::new))
            .param("open", names(notice.thing().kind().openTo()))
            .param("roles", names(audience.roles()))
            .param("except", audience.except())
            .param("once", notice.kind().oncePerThing())
            .param("now", at(now))
            .query((row, number) -> new UserId(row.getObject(1, UUID.class)))
            .list();
    return Set.copyOf(told);
  }

  Map<UserId, Integer> unseen(Collection<UserId> people) {
    var counts = new HashMap<UserId, Integer>();
    jdbc.sql(
            """
            SELECT n.recipient, count(*) FROM notification n JOIN users u ON %s
            WHERE n.recipient = ANY (:people) AND n.seen_at IS NULL
            GROUP BY n.recipient
            """
                .formatted(VISIBLE))
        .param("people", people.stream().map(UserId::value).toArray(UUID[]::new))
        .query(row -> {
          counts.put(new UserId(row.getObject(1, UUID.class)), row.getInt(2));
        });
    return counts;
  }

  List<Notification> page(UserId person, @Nullable NotificationId before, int limit) {
    return jdbc.sql(
            """
            SELECT n.* FROM notification n JOIN users u ON %s
            WHERE n.recipient = :person AND n.id < :before ORDER BY n.id DESC LIMIT :limit
            """
                .formatted(VISIBLE))
        .param("person", person.value())
        .param("before", before == null ? Long.MAX_VALUE : before.value())
        .param("limit", limit)
        .query((row, number) -> notification(row))
        .list();
  }

  boolean markSeen(NotificationId id, UserId person, Instant now) {
    return jdbc.sql(
                """
                UPDATE notification n SET seen_at = :now FROM users u
                WHERE %s AND n.id = :id AND n.recipient = :person AND n.seen_at IS NULL
                """
                    .formatted(VISIBLE))
            .param("now", at(now))
            .param("id", id.value())
            .param("person", person.value())
            .update()
        == 1;
  }

  int markAllSeen(UserId person, Instant now) {
    return jdbc.sql(
            """
            UPDATE notification n SET seen_at = :now FROM users u
            WHERE %s AND n.recipient = :person AND n.seen_at IS NULL
            """
                .formatted(VISIBLE))
        .param("now", at(now))
        .param("person", person.value())
        .update();
  }

  private static Notification notification(ResultSet row) throws SQLException {
    var seen = row.getObject("seen_at", OffsetDateTime.class);
    return new Notification(
        new NotificationId(row.getLong("id")),
        new Notice(
            NotificationKind.valueOf(row.getString("kind")),
            new Thing(ThingKind.valueOf(row.getString("thing")), row.getString("thing_id")),
            JSON.readValue(
                row.getString("arguments"), new TypeReference<Map<String, String>>() {})),
        row.getObject("told_at", OffsetDateTime.class).toInstant(),
        seen == null ? null : seen.toInstant());
  }

  private static String[] names(Set<Role> roles) {
    return roles.stream().sorted().map(Role::name).toArray(String[]::new);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
