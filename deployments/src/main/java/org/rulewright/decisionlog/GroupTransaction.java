package org.rulewright.decisionlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores one group of decisions in one transaction.
 *
 * <p>The locks are always taken in the same order (session, epochs, claims, subject keys), and
 * claims and keys are sorted, so that two writers cannot wait for each other in a circle.
 */
final class GroupTransaction {

  private static final Logger LOG = LoggerFactory.getLogger(GroupTransaction.class);

  private final DataSource database;
  private final SubjectKeys keys;
  private final RolloutEpochs epochs;
  private final String node;
  private long knownErasures = -1;

  GroupTransaction(DataSource database, SubjectKeys keys, RolloutEpochs epochs, String node) {
    this.database = database;
    this.keys = keys;
    this.epochs = epochs;
    this.node = node;
  }

  GroupResult write(List<PreparedEntry> group, ChainHead head) {
    Connection connection;
    try {
      connection = database.getConnection();
    } catch (SQLException unreachable) {
      return new GroupResult.Unreachable(unreachable);
    }
    try {
      return writeOn(connection, group, head);
    } finally {
      close(connection);
    }
  }

  /** What a closing connection still has to complain about cannot change what was committed. */
  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException failed) {
      LOG.warn("a connection could not be closed", failed);
    }
  }

  private GroupResult writeOn(Connection connection, List<PreparedEntry> group, ChainHead head) {
    GroupResult.Committed written;
    var settled = new HashMap<SubjectHash, SubjectKey>();
    try {
      connection.setAutoCommit(false);
      written = fill(connection, group, head, settled);
    } catch (SQLException | RuntimeException failed) {
      rollBack(connection);
      return new GroupResult.RolledBack(failed);
    }
    try {
      connection.commit();
    } catch (SQLException failed) {
      return endedInCommit(connection, failed, written);
    }
    keys.committed(settled.values());
    return written;
  }

  private GroupResult.Committed fill(
      Connection connection,
      List<PreparedEntry> group,
      ChainHead head,
      Map<SubjectHash, SubjectKey> settled)
      throws SQLException {
    boolean erasedMeanwhile = lockSession(connection, head.session());
    var results = new LinkedHashMap<PreparedEntry, RecordResult>();
    var again = new ArrayList<PreparedEntry>();
    var now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    var fresh = withoutStale(connection, group, results);
    var accepted = withoutClaimed(connection, fresh, results, again, now);
    settled.putAll(settleKeys(connection, accepted, erasedMeanwhile));
    var newHead = append(connection, accepted, head, now);

    var recordedAt = now.atOffset(ZoneOffset.UTC);
    for (var prepared : accepted) {
      results.put(prepared, new RecordResult.Recorded(prepared.entry().id(), recordedAt));
    }
    return new GroupResult.Committed(newHead, results, again);
  }

  /** Takes the session's lock, for which a look-up after a lost commit waits. */
  private boolean lockSession(Connection connection, UUID session) throws SQLException {
    try (var lock =
        connection.prepareStatement(
            """
            select pg_advisory_xact_lock(?), (select erasures from rw.subject_erasure)\
            """)) {
      lock.setLong(1, lockNumber(session));
      try (var row = lock.executeQuery()) {
        row.next();
        long erasures = row.getLong(2);
        boolean changed = knownErasures >= 0 && erasures != knownErasures;
        knownErasures = erasures;
        return changed;
      }
    }
  }

  static long lockNumber(UUID session) {
    return session.getMostSignificantBits() ^ session.getLeastSignificantBits();
  }

  private List<PreparedEntry> withoutStale(
      Connection connection, List<PreparedEntry> group, Map<PreparedEntry, RecordResult> results)
      throws SQLException {
    var stamps = new HashSet<EpochStamp>();
    for (var prepared : group) {
      var stamp = prepared.entry().epoch();
      if (stamp != null) {
        stamps.add(stamp);
      }
    }
    if (stamps.isEmpty()) {
      return group;
    }
    var stale = epochs.stale(connection, stamps);
    if (stale.isEmpty()) {
      return group;
    }
    var fresh = new ArrayList<PreparedEntry>();
    for (var prepared : group) {
      if (stale.contains(prepared.entry().epoch())) {
        results.put(prepared, new RecordResult.Stale());
      } else {
        fresh.add(prepared);
      }
    }
    return fresh;
  }

  private static List<PreparedEntry> withoutClaimed(
      Connection connection,
      List<PreparedEntry> entries,
      Map<PreparedEntry, RecordResult> results,
      List<PreparedEntry> again,
      Instant now)
      throws SQLException {
    var firstOfClaim = new TreeMap<String, PreparedEntry>();
    var accepted = new ArrayList<PreparedEntry>(entries.size());
    for (var prepared : entries) {
      var claim = prepared.entry().claim();
      if (claim == null) {
        accepted.add(prepared);
      } else if (firstOfClaim.putIfAbsent(claim.claim(), prepared) != null) {
        again.add(prepared);
      }
    }
    if (firstOfClaim.isEmpty()) {
      return accepted;
    }
    var claiming = firstOfClaim.values().stream().map(PreparedEntry::entry).toList();
    var holders =
        IdempotencyClaims.claim(
            connection, claiming, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    firstOfClaim.forEach((claim, prepared) -> {
      var holder = holders.get(claim);
      if (holder == null) {
        accepted.add(prepared);
      } else {
        results.put(prepared, told(prepared, holder));
      }
    });
    return accepted;
  }

  private static RecordResult told(PreparedEntry prepared, IdempotencyClaims.Holder holder) {
    var claim = prepared.entry().claim();
    return claim != null && claim.bodyDigest().equals(holder.bodyDigest())
        ? new RecordResult.Repeated(holder.decision())
        : new RecordResult.KeyReused();
  }

  private Map<SubjectHash, SubjectKey> settleKeys(
      Connection connection, List<PreparedEntry> entries, boolean erasedMeanwhile)
      throws SQLException {
    if (erasedMeanwhile) {
      keys.forgetAll();
    }
    var open = new HashMap<SubjectHash, SubjectKey>();
    for (var prepared : entries) {
      if (erasedMeanwhile || !prepared.key().stored()) {
        open.putIfAbsent(prepared.key().subject(), prepared.key());
      }
    }
    if (open.isEmpty()) {
      return Map.of();
    }
    var settled = keys.settle(connection, open.values());
    for (var prepared : entries) {
      var living = settled.get(prepared.key().subject());
      if (living != null) {
        prepared.use(living, keys.cipher());
      }
    }
    return settled;
  }

  private ChainHead append(
      Connection connection, List<PreparedEntry> entries, ChainHead head, Instant now)
      throws SQLException {
    if (entries.isEmpty()) {
      return head;
    }
    if (head.position() == 0) {
      beginSession(connection, head.session(), now);
    }
    var rows = new ArrayList<StoredRow>(entries.size());
    var links = new ArrayList<ChainLink>(entries.size());
    var end = head;
    for (var prepared : entries) {
      var row = row(prepared, end, now);
      var link = end.append(prepared.entry().id().value(), RecordDigest.of(row));
      rows.add(row);
      links.add(link);
      end = end.after(link);
    }
    DecisionCopy.decisions(connection, rows);
    DecisionCopy.links(connection, links);
    return end;
  }

  private void beginSession(Connection connection, UUID session, Instant now) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into rw.decision_session (session, started_at, node) values (?, ?, ?)")) {
      insert.setObject(1, session);
      insert.setObject(2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      insert.setString(3, node);
      insert.executeUpdate();
    }
  }

  private static StoredRow row(PreparedEntry prepared, ChainHead end, Instant now) {
    var entry = prepared.entry();
    var summary =
        new DecisionSummary(
            entry.id(),
            entry.asOf(),
            now.atOffset(ZoneOffset.UTC),
            entry.place(),
            entry.channel(),
            entry.reference(),
            entry.askedBy(),
            entry.latency(),
            entry.headline());
    return new StoredRow(
        summary,
        prepared.key().subject().bytes(),
        prepared.key().id(),
        end.session(),
        end.position() + 1,
        prepared.salt(),
        prepared.payload());
  }

  /**
   * A constraint checked at the commit rolls back for certain; a lost connection leaves it open.
   */
  private GroupResult endedInCommit(
      Connection connection, SQLException failed, GroupResult.Committed written) {
    if (SqlFailure.of(failed) == SqlFailure.CONNECTION) {
      return new GroupResult.Unknown(failed, written);
    }
    rollBack(connection);
    return new GroupResult.RolledBack(failed);
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException alreadyBroken) {
      LOG.debug("a broken connection could not be rolled back; the server does it", alreadyBroken);
    }
  }
}
