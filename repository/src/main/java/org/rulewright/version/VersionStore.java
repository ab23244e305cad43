package org.rulewright.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.StrategyContents;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;
import org.rulewright.blob.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The insert-only tables of versions and their editors. */
@Component
class VersionStore {

  private static final String SUMMARIES =
      """
      select v.id, v.strategy, v.number, v.digest, v.revision, v.note, v.created_kind,
        v.created_by, v.created_by_name, v.created_at
      from rw.version v
      """;

  private final JdbcClient jdbc;
  private final StrategyContents contents;

  VersionStore(JdbcClient jdbc, StrategyContents contents) {
    this.jdbc = jdbc;
    this.contents = contents;
  }

  Optional<Version> find(VersionId id) {
    return jdbc.sql(SUMMARIES + "where v.id = :id")
        .param("id", id.value())
        .query(VersionStore::summary)
        .optional()
        .map(this::whole);
  }

  Optional<Version> find(StrategyKey strategy, int number) {
    return jdbc.sql(SUMMARIES + "where v.strategy = :strategy and v.number = :number")
        .param("strategy", strategy.value())
        .param("number", number)
        .query(VersionStore::summary)
        .optional()
        .map(this::whole);
  }

  Optional<Version> find(StrategyKey strategy, String digest) {
    return jdbc.sql(SUMMARIES + "where v.strategy = :strategy and v.digest = :digest")
        .param("strategy", strategy.value())
        .param("digest", digest)
        .query(VersionStore::summary)
        .optional()
        .map(this::whole);
  }

  List<VersionSummary> list(StrategyKey strategy) {
    return jdbc.sql(SUMMARIES + "where v.strategy = :strategy order by v.number desc")
        .param("strategy", strategy.value())
        .query(VersionStore::summary)
        .list();
  }

  /** The newest version of a strategy whose model is of a namespace. */
  Optional<Version> newest(StrategyKey strategy, String namespace) {
    return jdbc.sql(
            SUMMARIES
                + """
                join rw.strategy_content c on c.digest = v.content
                where v.strategy = :strategy and c.namespace = :namespace
                order by v.number desc limit 1
                """)
        .param("strategy", strategy.value())
        .param("namespace", namespace)
        .query(VersionStore::summary)
        .optional()
        .map(this::whole);
  }

  /** The strategies that have a version whose model is of a namespace. */
  List<StrategyKey> having(String namespace) {
    return jdbc.sql(
            """
            select distinct v.strategy
            from rw.version v join rw.strategy_content c on c.digest = v.content
            where c.namespace = :namespace order by v.strategy
            """)
        .param("namespace", namespace)
        .query((row, line) -> new StrategyKey(row.getString("strategy")))
        .list();
  }

  Version insert(
      DraftRevision draft, List<VersionPin> pins, String note, Actor by, Set<String> editors) {
    var id = new VersionId(UUID.randomUUID());
    int number =
        jdbc.sql("select coalesce(max(number), 0) + 1 from rw.version where strategy = :strategy")
            .param("strategy", draft.strategy().value())
            .query(Integer.class)
            .single();
    Timestamp createdAt =
        jdbc.sql(
                """
                insert into rw.version
                  (id, strategy, number, digest, content, revision, note, created_kind, created_by,
                   created_by_name)
                values (:id, :strategy, :number, :digest, :content, :revision, :note, :byKind, :by,
                  :byName)
                returning created_at
                """)
            .param("id", id.value())
            .param("strategy", draft.strategy().value())
            .param("number", number)
            .param("digest", VersionDigest.of(draft.content(), pins))
            .param("content", draft.content().digest())
            .param("revision", draft.number())
            .param("note", note)
            .param("byKind", by.kind().name())
            .param("by", by.id())
            .param("byName", by.name())
            .query(Timestamp.class)
            .single();
    addEditors(id, editors);
    pins.forEach(pin -> insert(id, pin));
    return new Version(
        id,
        draft.strategy(),
        number,
        draft.content(),
        pins,
        draft.number(),
        note,
        by,
        createdAt.toInstant(),
        editors);
  }

  private void insert(VersionId id, VersionPin pin) {
    jdbc.sql(
            """
            insert into rw.version_pin (version, kind, key, number, digest)
            values (:version, :kind, :key, :number, :digest)
            """)
        .param("version", id.value())
        .param("kind", pin.kind().name())
        .param("key", pin.key())
        .param("number", pin.number())
        .param("digest", pin.digest().hex())
        .update();
  }

  private List<VersionPin> pins(VersionId id) {
    return jdbc.sql(
            """
            select kind, key, number, digest from rw.version_pin where version = :version
            order by kind, key
            """)
        .param("version", id.value())
        .query((row, line) ->
            new VersionPin(
                VersionPin.Kind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getInt("number"),
                new Digest(row.getString("digest"))))
        .list();
  }

  /** The newest version of each strategy that pins the thing, by strategy. */
  List<VersionSummary> using(VersionPin.Kind kind, String key) {
    return jdbc.sql(
            """
            select distinct on (v.strategy) v.id, v.strategy, v.number, v.digest, v.revision,
              v.note, v.created_kind, v.created_by, v.created_by_name, v.created_at
            from rw.version v join rw.version_pin p on p.version = v.id
            where p.kind = :kind and p.key = :key
            order by v.strategy, v.number desc
            """)
        .param("kind", kind.name())
        .param("key", key)
        .query(VersionStore::summary)
        .list();
  }

  void addEditors(VersionId id, Set<String> editors) {
    jdbc.sql(
            """
            insert into rw.version_editor (version, editor)
            select :id, unnest(:editors) on conflict do nothing
            """)
        .param("id", id.value())
        .param("editors", editors.toArray(String[]::new))
        .update();
  }

  private Version whole(VersionSummary line) {
    Set<String> editors =
        new HashSet<>(
            jdbc.sql("select editor from rw.version_editor where version = :id")
                .param("id", line.id().value())
                .query(String.class)
                .list());
    String content =
        jdbc.sql("select content from rw.version where id = :id")
            .param("id", line.id().value())
            .query(String.class)
            .single();
    var version =
        new Version(
            line.id(),
            line.strategy(),
            line.number(),
            contents.get(content),
            pins(line.id()),
            line.revision(),
            line.note(),
            line.createdBy(),
            line.createdAt(),
            editors);
    if (!version.digest().equals(line.digest())) {
      throw new IllegalStateException("the stored version " + line.digest() + " was altered");
    }
    return version;
  }

  private static VersionSummary summary(ResultSet row, int line) throws SQLException {
    return new VersionSummary(
        new VersionId(row.getObject("id", UUID.class)),
        new StrategyKey(row.getString("strategy")),
        row.getInt("number"),
        row.getString("digest"),
        row.getLong("revision"),
        row.getString("note"),
        new Actor(
            ActorKind.valueOf(row.getString("created_kind")),
            row.getString("created_by"),
            row.getString("created_by_name")),
        row.getTimestamp("created_at").toInstant());
  }
}
