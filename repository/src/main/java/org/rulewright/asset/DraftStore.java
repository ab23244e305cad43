package org.rulewright.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only table of revisions. */
@Component
class DraftStore {

  private static final String REVISIONS =
      """
      select r.strategy, r.number, r.kind, r.diagnostics, r.saved_kind, r.saved_by,
        r.saved_by_name, r.saved_at, r.session, r.summary, r.undo_to, r.redo_to,
        c.dmn, c.bpmn, c.contract
      from rw.draft_revision r join rw.strategy_content c using (digest)
      where r.strategy = :key
      """;

  private final JdbcClient jdbc;
  private final StrategyContents contents;

  DraftStore(JdbcClient jdbc, StrategyContents contents) {
    this.jdbc = jdbc;
    this.contents = contents;
  }

  Optional<DraftRevision> head(StrategyKey key) {
    return jdbc.sql(REVISIONS + "order by r.number desc limit 1")
        .param("key", key.value())
        .query(DraftStore::revision)
        .optional();
  }

  Optional<DraftRevision> find(StrategyKey key, long number) {
    return jdbc.sql(REVISIONS + "and r.number = :number")
        .param("key", key.value())
        .param("number", number)
        .query(DraftStore::revision)
        .optional();
  }

  /** Returns the latest revisions, the newest first. */
  List<RevisionSummary> list(StrategyKey key, int limit) {
    return jdbc.sql(
            """
            select strategy, number, kind, digest, saved_kind, saved_by, saved_by_name, saved_at,
              session, summary
            from rw.draft_revision where strategy = :key order by number desc limit :limit
            """)
        .param("key", key.value())
        .param("limit", limit)
        .query(DraftStore::summary)
        .list();
  }

  /** Returns whether all that followed a revision was written by one editor session. */
  boolean onlyOneSessionSince(StrategyKey key, long number, Actor by, String session) {
    return jdbc.sql(
            """
            select count(*) = 0 from rw.draft_revision
            where strategy = :key and number > :number
              and (saved_by <> :by or session <> :session or kind <> 'SAVED')
            """)
        .param("key", key.value())
        .param("number", number)
        .param("by", by.id())
        .param("session", session)
        .query(Boolean.class)
        .single();
  }

  DraftRevision append(NextRevision next) {
    contents.keep(next.content());
    NextRevision.Source source = next.source();
    Timestamp savedAt =
        jdbc.sql(
                """
                insert into rw.draft_revision
                  (strategy, number, kind, derived_from, side, undo_to, redo_to, digest,
                   diagnostics, saved_kind, saved_by, saved_by_name, session, summary)
                values (:key, :number, :kind, :derivedFrom, :side, :undoTo, :redoTo, :digest,
                  :diagnostics, :byKind, :by, :byName, :session, :summary)
                returning saved_at
                """)
            .param("key", next.strategy().value())
            .param("number", next.number())
            .param("kind", next.kind().name())
            .param("derivedFrom", source.derivedFrom())
            .param("side", source.side())
            .param("undoTo", next.steps().undoTo())
            .param("redoTo", next.steps().redoTo())
            .param("digest", next.content().digest())
            .param("diagnostics", DiagnosticsJson.write(next.diagnostics()))
            .param("byKind", source.by().kind().name())
            .param("by", source.by().id())
            .param("byName", source.by().name())
            .param("session", source.session())
            .param("summary", source.summary())
            .query(Timestamp.class)
            .single();
    return new DraftRevision(
        next.strategy(),
        next.number(),
        next.kind(),
        next.content(),
        next.diagnostics(),
        new Saving(source.by(), savedAt.toInstant(), source.session(), source.summary()),
        next.steps().undoTo(),
        next.steps().redoTo());
  }

  private static DraftRevision revision(ResultSet row, int line) throws SQLException {
    return new DraftRevision(
        new StrategyKey(row.getString("strategy")),
        row.getLong("number"),
        RevisionKind.valueOf(row.getString("kind")),
        content(row),
        DiagnosticsJson.read(row.getString("diagnostics")),
        saving(row),
        longOrNull(row, "undo_to"),
        longOrNull(row, "redo_to"));
  }

  private static RevisionSummary summary(ResultSet row, int line) throws SQLException {
    return new RevisionSummary(
        new StrategyKey(row.getString("strategy")),
        row.getLong("number"),
        RevisionKind.valueOf(row.getString("kind")),
        row.getString("digest"),
        saving(row));
  }

  static StrategyContent content(ResultSet row) throws SQLException {
    return new StrategyContent(
        row.getBytes("dmn"),
        Optional.ofNullable(row.getBytes("bpmn")),
        ContractJson.read(row.getString("contract")));
  }

  static Saving saving(ResultSet row) throws SQLException {
    return new Saving(
        new Actor(
            ActorKind.valueOf(row.getString("saved_kind")),
            row.getString("saved_by"),
            row.getString("saved_by_name")),
        row.getTimestamp("saved_at").toInstant(),
        row.getString("session"),
        row.getString("summary"));
  }

  private static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
