package org.rulewright.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.version.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of evidence. */
@Repository
class EvidenceStore {

  private final JdbcClient jdbc;

  EvidenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Evidence evidence, Actor by) {
    jdbc.sql(
            """
            INSERT INTO evidence (id, version, document, signature, signing_key,
                                  made_by, made_by_name, made_at)
            VALUES (:id, :version, :document, :signature, :key, :by, :byName, :at)
            """)
        .param("id", evidence.id())
        .param("version", evidence.version().value())
        .param("document", evidence.document())
        .param("signature", evidence.signature())
        .param("key", evidence.signingKey())
        .param("by", by.id())
        .param("byName", by.name())
        .param("at", evidence.madeAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Evidence> newest(VersionId version) {
    return jdbc.sql(
            "SELECT * FROM evidence WHERE version = :version ORDER BY made_at DESC, id LIMIT 1")
        .param("version", version.value())
        .query((row, number) -> evidence(row))
        .optional();
  }

  /** The newest of each version of a strategy. */
  List<Evidence> newest(StrategyKey strategy) {
    return jdbc.sql(
            """
            SELECT DISTINCT ON (e.version) e.*
            FROM evidence e JOIN version v ON v.id = e.version
            WHERE v.strategy = :strategy
            ORDER BY e.version, e.made_at DESC, e.id
            """)
        .param("strategy", strategy.value())
        .query((row, number) -> evidence(row))
        .list();
  }

  private static Evidence evidence(ResultSet row) throws SQLException {
    var document = row.getString("document");
    return new Evidence(
        row.getObject("id", UUID.class),
        new VersionId(row.getObject("version", UUID.class)),
        EvidenceJson.read(document, EvidenceStatement.class),
        document,
        row.getBytes("signature"),
        row.getString("signing_key"),
        row.getString("made_by_name"),
        row.getObject("made_at", OffsetDateTime.class).toInstant());
  }
}
