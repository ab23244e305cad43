package org.rulewright.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of API keys. */
final class ApiKeyStore {

  private final JdbcClient jdbc;

  ApiKeyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ApiKey key, byte[] hash) {
    jdbc.sql(
            """
            INSERT INTO api_key (id, name, start, hash, roles, environments, created_by, created_at)
            VALUES (:id, :name, :start, :hash, :roles, :environments, :createdBy, :createdAt)
            """)
        .param("id", key.id().value())
        .param("name", key.name())
        .param("start", key.start())
        .param("hash", hash)
        .param("roles", Names.array(key.roles()))
        .param("environments", key.environments().stream().sorted().toArray(String[]::new))
        .param("createdBy", key.createdBy())
        .param("createdAt", Timestamps.at(key.createdAt()))
        .update();
  }

  Optional<ApiKey> findActive(byte[] hash) {
    return jdbc.sql("SELECT * FROM api_key WHERE hash = :hash AND revoked_at IS NULL")
        .param("hash", hash)
        .query((row, number) -> key(row))
        .optional();
  }

  Optional<ApiKey> find(KeyId id) {
    return jdbc.sql("SELECT * FROM api_key WHERE id = :id")
        .param("id", id.value())
        .query((row, number) -> key(row))
        .optional();
  }

  List<ApiKey> list() {
    return jdbc.sql("SELECT * FROM api_key ORDER BY created_at DESC, id")
        .query((row, number) -> key(row))
        .list();
  }

  boolean revoke(KeyId id, Instant now) {
    return jdbc.sql("UPDATE api_key SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
            .param("id", id.value())
            .param("now", Timestamps.at(now))
            .update()
        == 1;
  }

  void used(KeyId id, Instant now) {
    jdbc.sql("UPDATE api_key SET last_used_at = :now WHERE id = :id")
        .param("id", id.value())
        .param("now", Timestamps.at(now))
        .update();
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        new KeyId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("start"),
        Names.roles(row.getArray("roles")),
        Set.of((String[]) row.getArray("environments").getArray()),
        row.getString("created_by"),
        Timestamps.required(row, "created_at"),
        Timestamps.optional(row, "revoked_at"),
        Timestamps.optional(row, "last_used_at"));
  }
}
