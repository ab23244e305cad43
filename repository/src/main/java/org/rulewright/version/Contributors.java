package org.rulewright.version;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rulewright.asset.DraftRevision;
import org.rulewright.audit.ActorKind;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.audit.AuditTrail;
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

  private record Author(ActorKind kind, String id) {}

  private final JdbcClient jdbc;
  private final AuditTrail audit;

  Contributors(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  Set<String> to(DraftRevision revision) {
    Set<String> contributors = new HashSet<>();
    for (Author author : authors(revision)) {
      contributors.add(author.id());
      if (author.kind() == ActorKind.KEY) {
        contributors.addAll(makersOfKey(author.id()));
      }
    }
    return contributors;
  }

  // Else a governor could make a key, edit with it, and release as a person.
  private List<String> makersOfKey(String key) {
    var made =
        new AuditQuery(null, AuditAction.KEY_CREATED, "key", key, null, null, null, null, 10);
    return audit.search(made).entries().stream().map(entry -> entry.actor().id()).toList();
  }

  private List<Author> authors(DraftRevision revision) {
    return jdbc.sql(
            """
            with recursive ancestor as (
              select derived_from, side, saved_kind, saved_by
              from rw.draft_revision where strategy = :strategy and number = :number
              union
              select r.derived_from, r.side, r.saved_kind, r.saved_by
              from ancestor a join rw.draft_revision r
                on r.strategy = :strategy and r.number = a.derived_from
            )
            select saved_kind, saved_by from ancestor
            union
            select s.saved_kind, s.saved_by
            from ancestor a join rw.draft_side s on s.id = a.side
            """)
        .param("strategy", revision.strategy().value())
        .param("number", revision.number())
        .query((row, line) ->
            new Author(ActorKind.valueOf(row.getString("saved_kind")), row.getString("saved_by")))
        .list();
  }
}
