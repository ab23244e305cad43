package org.rulewright.feature;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rulewright.dataset.DatasetId;
import org.rulewright.dataset.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of lineage. */
@Repository
class LineageStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  LineageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Snapshot snapshot, Lineage lineage) {
    jdbc.sql("INSERT INTO derivation VALUES (:dataset, :number, :sql, :hash, :subject)")
        .param("dataset", snapshot.dataset().value())
        .param("number", snapshot.number())
        .param("sql", lineage.sql())
        .param("hash", lineage.sqlHash())
        .param("subject", lineage.subject())
        .update();
    for (var source : lineage.sources()) {
      jdbc.sql("INSERT INTO derivation_source VALUES (:dataset, :number, :from, :at, :columns)")
          .param("dataset", snapshot.dataset().value())
          .param("number", snapshot.number())
          .param("from", source.dataset().value())
          .param("at", source.snapshot())
          .param("columns", JSON.writeValueAsString(source.columns()))
          .update();
    }
  }

  Optional<Lineage> find(DatasetId dataset, int number) {
    return jdbc.sql(
            "SELECT * FROM derivation WHERE dataset = :dataset AND snapshot_number = :number")
        .param("dataset", dataset.value())
        .param("number", number)
        .query((row, index) ->
            new Lineage(
                row.getString("sql"),
                row.getString("sql_hash"),
                row.getString("subject_column"),
                sources(dataset, number)))
        .optional();
  }

  private List<Lineage.Source> sources(DatasetId dataset, int number) {
    return jdbc.sql(
            "SELECT * FROM derivation_source WHERE dataset = :dataset AND snapshot_number = :number ORDER BY source_dataset")
        .param("dataset", dataset.value())
        .param("number", number)
        .query((row, index) ->
            new Lineage.Source(
                new DatasetId(row.getObject("source_dataset", UUID.class)),
                row.getInt("source_number"),
                List.of(JSON.readValue(row.getString("columns"), String[].class))))
        .list();
  }

  /** Derived data sets that read from the data set in any snapshot. */
  List<DatasetId> derivedFrom(DatasetId source) {
    return jdbc.sql("SELECT DISTINCT dataset FROM derivation_source WHERE source_dataset = :source")
        .param("source", source.value())
        .query((row, index) -> new DatasetId(row.getObject("dataset", UUID.class)))
        .list();
  }
}
