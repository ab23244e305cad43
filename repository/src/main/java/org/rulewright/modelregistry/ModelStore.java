package org.rulewright.modelregistry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.blob.Digest;
import org.rulewright.model.ModelFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of models and their versions. */
@Repository
class ModelStore {

  private final JdbcClient jdbc;

  ModelStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes or renames the model, and keeps others waiting until the transaction ends. */
  void upsert(String key, String name, Actor by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO scoring_model (key, name, created_by, created_by_name, created_at)
            VALUES (:key, :name, :by, :byName, :now)
            ON CONFLICT (key) DO UPDATE SET name = excluded.name
            """)
        .param("key", key)
        .param("name", name)
        .param("by", by.id())
        .param("byName", by.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void insert(ModelVersion version, Actor by) {
    var selfTest = version.selfTest();
    jdbc.sql(
            """
            INSERT INTO scoring_model_version (model, number, digest, format, bytes, file_name,
                signature, expected, self_test, uploaded_by, uploaded_by_name, uploaded_at)
            VALUES (:model, :number, :digest, :format, :bytes, :fileName,
                :signature, :expected, :selfTest, :by, :byName, :at)
            """)
        .param("model", version.model())
        .param("number", version.number())
        .param("digest", version.digest().hex())
        .param("format", version.format().name())
        .param("bytes", version.bytes())
        .param("fileName", version.fileName())
        .param("signature", SignatureJson.write(version.signature()))
        .param("expected", hex(version.expected()))
        .param("selfTest", selfTest == null ? null : SignatureJson.write(selfTest))
        .param("by", by.id())
        .param("byName", by.name())
        .param("at", version.uploadedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable String hex(@Nullable Digest digest) {
    return digest == null ? null : digest.hex();
  }

  List<RegisteredModel> list() {
    return jdbc.sql("SELECT * FROM scoring_model ORDER BY key").query(this::model).list();
  }

  Optional<RegisteredModel> find(String key) {
    return jdbc.sql("SELECT * FROM scoring_model WHERE key = :key")
        .param("key", key)
        .query(this::model)
        .optional();
  }

  /** Newest first. */
  List<ModelVersion> versions(String key, int limit) {
    return jdbc.sql(
            "SELECT * FROM scoring_model_version WHERE model = :key ORDER BY number DESC LIMIT :limit")
        .param("key", key)
        .param("limit", limit)
        .query(ModelStore::version)
        .list();
  }

  Optional<ModelVersion> version(String key, int number) {
    return jdbc.sql("SELECT * FROM scoring_model_version WHERE model = :key AND number = :number")
        .param("key", key)
        .param("number", number)
        .query(ModelStore::version)
        .optional();
  }

  /** The newest version of the model with the digest. */
  Optional<ModelVersion> version(String key, Digest digest) {
    return jdbc.sql(
            """
            SELECT * FROM scoring_model_version WHERE model = :key AND digest = :digest
            ORDER BY number DESC LIMIT 1
            """)
        .param("key", key)
        .param("digest", digest.hex())
        .query(ModelStore::version)
        .optional();
  }

  private RegisteredModel model(ResultSet row, int line) throws SQLException {
    var key = row.getString("key");
    return new RegisteredModel(
        key,
        row.getString("name"),
        row.getString("created_by_name"),
        instant(row, "created_at"),
        versions(key, 1).getFirst());
  }

  private static ModelVersion version(ResultSet row, int line) throws SQLException {
    var expected = row.getString("expected");
    var selfTest = row.getString("self_test");
    return new ModelVersion(
        row.getString("model"),
        row.getInt("number"),
        new Digest(row.getString("digest")),
        ModelFormat.valueOf(row.getString("format")),
        row.getLong("bytes"),
        row.getString("file_name"),
        SignatureJson.readSignature(row.getString("signature")),
        expected == null ? null : new Digest(expected),
        selfTest == null ? null : SignatureJson.readSelfTest(selfTest),
        row.getString("uploaded_by_name"),
        instant(row, "uploaded_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }
}
