package org.rulewright.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.rulewright.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The saves that did not become the head, and what was decided about them. */
@Component
class SideStore {

  private static final String SIDES =
      """
      select s.id, s.strategy, s.based_on, s.cause, s.saved_kind, s.saved_by, s.saved_by_name,
        s.saved_at, s.session, s.summary, c.dmn, c.bpmn, c.contract
      from rw.draft_side s join rw.strategy_content c using (digest)
      """;

  private final JdbcClient jdbc;
  private final StrategyContents contents;

  SideStore(JdbcClient jdbc, StrategyContents contents) {
    this.jdbc = jdbc;
    this.contents = contents;
  }

  /** Keeps the save; one that was sent again is kept once. */
  SideRevision keep(DraftRevision head, DraftEdit edit, SideRevision.Cause cause, Actor by) {
    var key = head.strategy();
    var flow = edit.flow().after(head.content().bpmn());
    var content = new StrategyContent(edit.dmn(), flow, edit.contract());
    return sentBefore(key, content, by).orElseGet(() -> insert(key, edit, cause, content, by));
  }

  private Optional<SideRevision> sentBefore(StrategyKey key, StrategyContent content, Actor by) {
    return jdbc.sql(
            SIDES
                + """
                where s.strategy = :key and s.digest = :digest and s.saved_by = :by
                  and not exists (select from rw.draft_side_settled where side = s.id)
                order by s.id desc limit 1
                """)
        .param("key", key.value())
        .param("digest", content.digest())
        .param("by", by.id())
        .query(SideStore::side)
        .optional();
  }

  private SideRevision insert(
      StrategyKey key,
      DraftEdit edit,
      SideRevision.Cause cause,
      StrategyContent content,
      Actor by) {
    contents.keep(content);
    return jdbc.sql(
            """
            insert into rw.draft_side
              (strategy, based_on, cause, digest, saved_kind, saved_by, saved_by_name, session,
               summary)
            values (:key, :basedOn, :cause, :digest, :byKind, :by, :byName, :session, :summary)
            returning id, saved_at
            """)
        .param("key", key.value())
        .param("basedOn", edit.basedOn())
        .param("cause", cause.name())
        .param("digest", content.digest())
        .param("byKind", by.kind().name())
        .param("by", by.id())
        .param("byName", by.name())
        .param("session", edit.session())
        .param("summary", edit.summary())
        .query((row, line) -> {
          Timestamp savedAt = row.getTimestamp("saved_at");
          return new SideRevision(
              row.getLong("id"),
              key,
              edit.basedOn(),
              cause,
              content,
              new Saving(by, savedAt.toInstant(), edit.session(), edit.summary()));
        })
        .single();
  }

  Optional<SideRevision> find(StrategyKey key, long id) {
    return jdbc.sql(SIDES + "where s.strategy = :key and s.id = :id")
        .param("key", key.value())
        .param("id", id)
        .query(SideStore::side)
        .optional();
  }

  /** Returns those nobody has decided about yet, the newest first. */
  List<SideRevision> open(StrategyKey key) {
    return jdbc.sql(
            SIDES
                + """
                where s.strategy = :key
                  and not exists (select from rw.draft_side_settled where side = s.id)
                order by s.id desc limit 20
                """)
        .param("key", key.value())
        .query(SideStore::side)
        .list();
  }

  /** Returns whether it was still open. */
  boolean settle(long id, boolean taken, Actor by) {
    return jdbc.sql(
                """
                insert into rw.draft_side_settled (side, taken, settled_by)
                values (:id, :taken, :by) on conflict (side) do nothing
                """)
            .param("id", id)
            .param("taken", taken)
            .param("by", by.id())
            .update()
        == 1;
  }

  private static SideRevision side(ResultSet row, int line) throws SQLException {
    return new SideRevision(
        row.getLong("id"),
        new StrategyKey(row.getString("strategy")),
        row.getLong("based_on"),
        SideRevision.Cause.valueOf(row.getString("cause")),
        DraftStore.content(row),
        DraftStore.saving(row));
  }
}
