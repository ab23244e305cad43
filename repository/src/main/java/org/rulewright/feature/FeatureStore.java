package org.rulewright.feature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rulewright.audit.Actor;
import org.rulewright.dataset.DatasetId;
import org.rulewright.decision.FactType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the dictionary. */
@Repository
class FeatureStore {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SELECT =
      """
      SELECT f.name, f.retired, r.* FROM feature f
        JOIN feature_revision r ON r.feature = f.name
      """;

  private final JdbcClient jdbc;

  FeatureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the name is taken. */
  boolean insert(FeatureName name) {
    return jdbc.sql("INSERT INTO feature (name, revision) VALUES (:name, 1) ON CONFLICT DO NOTHING")
            .param("name", name.text())
            .update()
        == 1;
  }

  /** False when it has another revision by now. */
  boolean advance(FeatureName name, int from) {
    return jdbc.sql(
                "UPDATE feature SET revision = revision + 1 WHERE name = :name AND revision = :from")
            .param("name", name.text())
            .param("from", from)
            .update()
        == 1;
  }

  void retire(FeatureName name, boolean retired) {
    jdbc.sql("UPDATE feature SET retired = :retired WHERE name = :name")
        .param("name", name.text())
        .param("retired", retired)
        .update();
  }

  void insertRevision(FeatureName name, int revision, FeatureData data, Actor actor, Instant now) {
    jdbc.sql(
            """
            INSERT INTO feature_revision (feature, revision, label_zh, label_en, type, unit,
                                          allowed_values, owner, source, description,
                                          changed_by, changed_by_name, changed_at)
            VALUES (:name, :revision, :zh, :en, :type, :unit, :allowed, :owner, :source,
                    :description, :by, :byName, :now)
            """)
        .param("name", name.text())
        .param("revision", revision)
        .param("zh", data.labelZh())
        .param("en", data.labelEn())
        .param("type", data.type().name())
        .param("unit", data.unit())
        .param("allowed", JSON.writeValueAsString(data.allowedValues()))
        .param("owner", data.owner())
        .param("source", data.source())
        .param("description", data.description())
        .param("by", actor.id())
        .param("byName", actor.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Feature> find(String name) {
    return jdbc.sql(SELECT + "WHERE f.name = :name AND r.revision = f.revision")
        .param("name", name)
        .query(FeatureStore::feature)
        .optional();
  }

  List<Feature> search(String text, boolean retired) {
    return jdbc.sql(
            SELECT
                + """
                WHERE r.revision = f.revision AND f.retired = :retired
                  AND (f.name ILIKE :like OR r.label_zh ILIKE :like OR r.label_en ILIKE :like
                       OR r.description ILIKE :like OR r.source ILIKE :like OR r.owner ILIKE :like)
                ORDER BY f.name
                """)
        .param("retired", retired)
        .param(
            "like", "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
        .query(FeatureStore::feature)
        .list();
  }

  List<Feature> named(List<String> names) {
    return names.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "WHERE r.revision = f.revision AND f.name IN (:names)")
            .param("names", names)
            .query(FeatureStore::feature)
            .list();
  }

  /** Newest first. */
  List<Feature> history(FeatureName name) {
    return jdbc.sql(SELECT + "WHERE f.name = :name ORDER BY r.revision DESC")
        .param("name", name.text())
        .query(FeatureStore::feature)
        .list();
  }

  Map<String, String> columns(DatasetId dataset) {
    Map<String, String> columns = new LinkedHashMap<>();
    jdbc.sql("SELECT * FROM feature_column WHERE dataset = :dataset ORDER BY column_name")
        .param("dataset", dataset.value())
        .query(row -> {
          columns.put(row.getString("column_name"), row.getString("feature"));
        });
    return columns;
  }

  void map(DatasetId dataset, Map<String, String> columns) {
    jdbc.sql("DELETE FROM feature_column WHERE dataset = :dataset")
        .param("dataset", dataset.value())
        .update();
    columns.forEach((column, feature) ->
        jdbc.sql("INSERT INTO feature_column VALUES (:dataset, :column, :feature)")
            .param("dataset", dataset.value())
            .param("column", column)
            .param("feature", feature)
            .update());
  }

  private static Feature feature(ResultSet row, int number) throws SQLException {
    return new Feature(
        new FeatureName(row.getString("name")),
        new FeatureData(
            row.getString("label_zh"),
            row.getString("label_en"),
            FactType.valueOf(row.getString("type")),
            row.getString("unit"),
            List.of(JSON.readValue(row.getString("allowed_values"), String[].class)),
            row.getString("owner"),
            row.getString("source"),
            row.getString("description")),
        row.getInt("revision"),
        row.getBoolean("retired"),
        row.getString("changed_by_name"),
        Objects.requireNonNull(row.getObject("changed_at", OffsetDateTime.class)).toInstant());
  }
}
