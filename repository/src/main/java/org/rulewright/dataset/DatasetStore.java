package org.rulewright.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.snapshot.StoredColumn;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of data sets, snapshots and outcome definitions. */
@Repository
class DatasetStore {
  private final JdbcClient jdbc;

  DatasetStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the key is taken. */
  boolean insert(DatasetId id, NewDataset data, DatasetKind kind, Actor actor, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO dataset (id, key, name, description, kind,
                                     created_by, created_by_name, created_at)
                VALUES (:id, :key, :name, :description, :kind, :by, :byName, :now)
                ON CONFLICT (key) DO NOTHING
                """)
            .param("id", id.value())
            .param("key", data.key())
            .param("name", data.name())
            .param("description", data.description())
            .param("kind", kind.name())
            .param("by", actor.id())
            .param("byName", actor.name())
            .param("now", at(now))
            .update()
        == 1;
  }

  Optional<Dataset> find(DatasetId id) {
    return jdbc.sql("SELECT * FROM dataset WHERE id = :id")
        .param("id", id.value())
        .query(this::dataset)
        .optional();
  }

  Optional<Dataset> find(String key) {
    return jdbc.sql("SELECT * FROM dataset WHERE key = :key")
        .param("key", key)
        .query(this::dataset)
        .optional();
  }

  List<Dataset> list(boolean archived) {
    return jdbc.sql(
            "SELECT * FROM dataset WHERE archived = :archived ORDER BY created_at DESC, key")
        .param("archived", archived)
        .query(this::dataset)
        .list();
  }

  void archive(DatasetId id, boolean archived) {
    jdbc.sql("UPDATE dataset SET archived = :archived WHERE id = :id")
        .param("id", id.value())
        .param("archived", archived)
        .update();
  }

  void describe(DatasetId id, String name, String description) {
    jdbc.sql("UPDATE dataset SET name = :name, description = :description WHERE id = :id")
        .param("id", id.value())
        .param("name", name)
        .param("description", description)
        .update();
  }

  /** Enters the snapshot under the next number; the row of the data set keeps others waiting. */
  void insertSnapshot(DatasetId id, MadeSnapshot made, long bytes, Actor actor, Instant now) {
    jdbc.sql("SELECT 1 FROM dataset WHERE id = :id FOR UPDATE")
        .param("id", id.value())
        .query(Integer.class)
        .single();
    jdbc.sql(
            """
            INSERT INTO dataset_snapshot (dataset, number, digest, source, source_name, options,
                                          columns, rows, refused_rows, report, bytes,
                                          made_by, made_by_name, made_at)
            SELECT :dataset, coalesce(max(number), 0) + 1, :digest, :source, :sourceName, :options,
                   :columns, :rows, :refused, :report, :bytes, :by, :byName, :now
              FROM dataset_snapshot WHERE dataset = :dataset
            """)
        .param("dataset", id.value())
        .param("digest", made.digest())
        .param("source", hex(made.source()))
        .param("sourceName", made.sourceName())
        .param("options", made.options())
        .param("columns", DatasetJson.write(made.columns()))
        .param("rows", made.rows())
        .param("refused", made.refusedRows())
        .param("report", hex(made.report()))
        .param("bytes", bytes)
        .param("by", actor.id())
        .param("byName", actor.name())
        .param("now", at(now))
        .update();
  }

  /** Newest first. */
  List<Snapshot> snapshots(DatasetId id, int limit) {
    return jdbc.sql(
            "SELECT * FROM dataset_snapshot WHERE dataset = :id ORDER BY number DESC LIMIT :limit")
        .param("id", id.value())
        .param("limit", limit)
        .query(DatasetStore::snapshot)
        .list();
  }

  Optional<Snapshot> snapshot(DatasetId id, int number) {
    return jdbc.sql("SELECT * FROM dataset_snapshot WHERE dataset = :id AND number = :number")
        .param("id", id.value())
        .param("number", number)
        .query(DatasetStore::snapshot)
        .optional();
  }

  void insertOutcome(DatasetId id, OutcomeDefinition definition, Actor actor, Instant now) {
    try {
      jdbc.sql(
              """
              INSERT INTO dataset_outcome (dataset, revision, column_name, bad_values,
                                           window_months, description,
                                           defined_by, defined_by_name, defined_at)
              SELECT :dataset, coalesce(max(revision), 0) + 1, :column, :bad, :months,
                     :description, :by, :byName, :now
                FROM dataset_outcome WHERE dataset = :dataset
              """)
          .param("dataset", id.value())
          .param("column", definition.column())
          .param("bad", DatasetJson.write(definition.badValues().stream().sorted().toList()))
          .param("months", definition.windowMonths())
          .param("description", definition.description())
          .param("by", actor.id())
          .param("byName", actor.name())
          .param("now", at(now))
          .update();
    } catch (DuplicateKeyException raced) {
      throw new IllegalStateException("somebody else defined the outcome at the same time", raced);
    }
  }

  /** Newest first. */
  List<Outcome> outcomes(DatasetId id, int limit) {
    return jdbc.sql(
            "SELECT * FROM dataset_outcome WHERE dataset = :id ORDER BY revision DESC LIMIT :limit")
        .param("id", id.value())
        .param("limit", limit)
        .query(DatasetStore::outcome)
        .list();
  }

  private Dataset dataset(ResultSet row, int number) throws SQLException {
    var id = new DatasetId(row.getObject("id", UUID.class));
    return new Dataset(
        id,
        row.getString("key"),
        row.getString("name"),
        row.getString("description"),
        DatasetKind.valueOf(row.getString("kind")),
        row.getBoolean("archived"),
        row.getString("created_by_name"),
        instant(row, "created_at"),
        snapshots(id, 1).stream().findFirst().orElse(null),
        outcomes(id, 1).stream().findFirst().orElse(null));
  }

  private static Snapshot snapshot(ResultSet row, int number) throws SQLException {
    return new Snapshot(
        new DatasetId(row.getObject("dataset", UUID.class)),
        row.getInt("number"),
        row.getString("digest"),
        digest(row.getString("source")),
        row.getString("source_name"),
        List.of(DatasetJson.read(row.getString("columns"), StoredColumn[].class)),
        row.getLong("rows"),
        row.getLong("refused_rows"),
        digest(row.getString("report")),
        row.getLong("bytes"),
        row.getString("made_by"),
        row.getString("made_by_name"),
        instant(row, "made_at"));
  }

  private static Outcome outcome(ResultSet row, int number) throws SQLException {
    return new Outcome(
        row.getString("column_name"),
        Set.of(DatasetJson.read(row.getString("bad_values"), String[].class)),
        row.getObject("window_months", Integer.class),
        row.getString("description"),
        row.getInt("revision"),
        row.getString("defined_by_name"),
        instant(row, "defined_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Digest digest(@Nullable String hex) {
    return hex == null ? null : new Digest(hex);
  }

  private static @Nullable String hex(@Nullable Digest digest) {
    return digest == null ? null : digest.hex();
  }
}
