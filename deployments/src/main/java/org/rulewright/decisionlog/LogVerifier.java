package org.rulewright.decisionlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks every chain from its beginning and computes every record's digest again. */
final class LogVerifier {

  private static final int MOST_FINDINGS = 100;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("'decision_'yyyy_MM").withZone(ZoneOffset.UTC);

  private static final String LINKS =
      """
      select l.session as link_session, l.position as link_position, l.decision_id, l.digest,
        l.previous, d.*
      from rw.decision_digest l left join rw.decision d on d.id = l.decision_id
      order by l.session, l.position\
      """;

  private static final String WITHOUT_LINK =
      """
      select d.id from rw.decision d
      where not exists (
        select from rw.decision_digest l
        where l.session = d.session and l.position = d.position and l.decision_id = d.id)
      limit 100\
      """;

  private final JdbcTemplate database;
  private final TransactionTemplate snapshot;

  /** The transaction must be read-only and repeatable, so that the log stands still meanwhile. */
  LogVerifier(JdbcTemplate database, TransactionTemplate snapshot) {
    this.database = database;
    this.snapshot = snapshot;
  }

  LogVerification verify() {
    return snapshot.execute(status -> {
      var walk = new Walk(months());
      database.setFetchSize(1000);
      database.query(LINKS, walk::visit);
      walk.findings.addAll(
          database.query(
              WITHOUT_LINK,
              (row, number) -> "decision " + row.getString(1) + " has no link in any chain"));
      return walk.result();
    });
  }

  private Set<String> months() {
    return new HashSet<>(
        database.queryForList(
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'rw.decision'::regclass\
            """,
            String.class));
  }

  private static final class Walk {

    private final Set<String> months;
    private final List<String> findings = new ArrayList<>();
    private @Nullable ChainLink last;
    private long sessions;
    private long checked;
    private long dropped;

    Walk(Set<String> months) {
      this.months = months;
    }

    void visit(ResultSet row) throws SQLException {
      var link =
          new ChainLink(
              row.getObject("link_session", UUID.class),
              row.getLong("link_position"),
              row.getObject("decision_id", UUID.class),
              row.getBytes("digest"),
              row.getBytes("previous"));
      checkPlace(link);
      checkRecord(link, row);
      last = link;
    }

    private void checkPlace(ChainLink link) {
      var before = last;
      if (before == null || !before.session().equals(link.session())) {
        sessions++;
        checkFollows(link, 1, ChainLink.genesis(link.session()));
      } else {
        checkFollows(link, before.position() + 1, before.hash());
      }
    }

    private void checkFollows(ChainLink link, long expected, byte[] previous) {
      if (link.position() != expected) {
        find("session %s lacks position %d", link.session(), expected);
      } else if (!Arrays.equals(previous, link.previous())) {
        find("the chain of session %s breaks at position %d", link.session(), link.position());
      }
    }

    private void checkRecord(ChainLink link, ResultSet row) throws SQLException {
      if (row.getObject("id") == null) {
        recordIsGone(link);
        return;
      }
      checked++;
      var stored = RowReader.stored(row, 0);
      if (!stored.session().equals(link.session()) || stored.position() != link.position()) {
        find("decision %s names another place in the chain", link.decision());
      } else if (!Arrays.equals(RecordDigest.of(stored), link.digest())) {
        find("decision %s was altered after it was recorded", link.decision());
      }
    }

    /** Months are dropped whole; a single record that is gone was removed. */
    private void recordIsGone(ChainLink link) {
      if (months.contains(MONTH.format(new DecisionId(link.decision()).givenAt()))) {
        find("decision %s was removed", link.decision());
      } else {
        dropped++;
      }
    }

    private void find(String finding, Object... things) {
      if (findings.size() < MOST_FINDINGS) {
        findings.add(finding.formatted(things));
      }
    }

    LogVerification result() {
      return new LogVerification(sessions, checked, dropped, List.copyOf(findings));
    }
  }
}
