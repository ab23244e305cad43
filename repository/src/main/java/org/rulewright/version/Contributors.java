package org.rulewright.version;

import java.util.HashSet;
import java.util.Set;
import org.rulewright.asset.DraftRevision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everybody whose edits are in a revision.
 *
 * <p>Counted from the beginning of the strategy, not from its last version: else a governor could
 * edit, have an intermediate version made, and release the next one. Undoing or restoring leads to
 * the authors of what came back, so that nobody gets rid of an author that way either.
 */
@Component
class Contributors {

  private final JdbcClient jdbc;

  Contributors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<String> to(DraftRevision revision) {
    return new HashSet<>(
        jdbc.sql(
                """
                with recursive ancestor as (
                  select number, derived_from, side, saved_kind, saved_by
                  from rw.draft_revision where strategy = :strategy and number = :number
                  union
                  select r.number, r.derived_from, r.side, r.saved_kind, r.saved_by
                  from ancestor a join rw.draft_revision r
                    on r.strategy = :strategy and r.number = a.derived_from
                ), author as (
                  select saved_kind as kind, saved_by as id from ancestor
                  union
                  select s.saved_kind, s.saved_by from ancestor a join rw.draft_side s on s.id = a.side
                )
                select id from author
                """)
            .param("strategy", revision.strategy().value())
            .param("number", revision.number())
            .query(String.class)
            .list());
  }
}
