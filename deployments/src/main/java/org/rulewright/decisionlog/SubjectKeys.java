package org.rulewright.decisionlog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.rulewright.signing.InstallationKey;
import org.rulewright.signing.UnwrapException;
import org.springframework.stereotype.Component;

/**
 * The keys of subjects: made on first use, wrapped by the installation key, kept in memory for the
 * next decision about the same subject.
 */
@Component
class SubjectKeys {

  private static final int KEEP = 50_000;

  private final InstallationKey installation;
  private final PayloadCipher cipher = new PayloadCipher();
  private final Cache<SubjectHash, SubjectKey> cache =
      Caffeine.newBuilder().maximumSize(KEEP).build();

  SubjectKeys(InstallationKey installation) {
    this.installation = installation;
  }

  SubjectHash hash(String subject) {
    return new SubjectHash(
        installation.hash("decision subject", subject.getBytes(StandardCharsets.UTF_8)));
  }

  PayloadCipher cipher() {
    return cipher;
  }

  /** The subject's key as far as this node knows it: stored, or a candidate. */
  SubjectKey keyOf(SubjectHash subject) {
    return cache.get(subject, this::candidate);
  }

  /**
   * Makes sure, inside the caller's transaction, that each key is the one living key of its
   * subject; candidates are inserted, and where another key lives already that one is given back.
   */
  Map<SubjectHash, SubjectKey> settle(Connection connection, Collection<SubjectKey> keys)
      throws SQLException {
    // Sorted, so that two writers never wait for each other in a circle.
    var open = new TreeMap<SubjectHash, SubjectKey>();
    keys.forEach(key -> open.put(key.subject(), key));
    var settled = new HashMap<SubjectHash, SubjectKey>();
    while (!open.isEmpty()) {
      var inserted = insertMissing(connection, open.values());
      open.values().stream()
          .filter(key -> inserted.contains(key.id()))
          .forEach(key -> settled.put(key.subject(), key));
      open.keySet().removeAll(settled.keySet());
      if (open.isEmpty()) {
        break;
      }
      for (var living : read(connection, open.values())) {
        open.remove(living.subject());
        settled.put(living.subject(), living);
      }
      // What neither could be inserted nor found was erased: its id is spent, so it gets a new one.
      open.replaceAll((subject, spent) -> candidate(subject));
    }
    return settled;
  }

  /** Takes over what a commit has made true. */
  void committed(Collection<SubjectKey> settled) {
    for (var key : settled) {
      key.markStored();
      cache.put(key.subject(), key);
    }
  }

  void forgetAll() {
    cache.invalidateAll();
  }

  /** Opens a key as it is stored. */
  SubjectKey unwrap(UUID id, SubjectHash subject, byte[] wrapped) {
    try {
      return new SubjectKey(id, subject, installation.unwrap(wrapped), wrapped, true);
    } catch (UnwrapException foreign) {
      throw new IllegalStateException("the key " + id + " of a subject cannot be opened", foreign);
    }
  }

  private SubjectKey candidate(SubjectHash subject) {
    var key = installation.freshDataKey();
    return new SubjectKey(DecisionId.next().value(), subject, key, installation.wrap(key), false);
  }

  private static Set<UUID> insertMissing(Connection connection, Collection<SubjectKey> keys)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into rw.subject_key (id, subject_hash, wrapped_key)
            select * from unnest(?::uuid[], ?::bytea[], ?::bytea[])
            on conflict do nothing
            returning id\
            """)) {
      insert.setArray(
          1, connection.createArrayOf("uuid", keys.stream().map(SubjectKey::id).toArray()));
      setHashes(connection, insert, 2, keys);
      insert.setArray(
          3,
          connection.createArrayOf(
              "bytea", keys.stream().map(SubjectKey::wrapped).toArray(byte[][]::new)));
      var inserted = new HashSet<UUID>();
      try (var rows = insert.executeQuery()) {
        while (rows.next()) {
          inserted.add(rows.getObject(1, UUID.class));
        }
      }
      return inserted;
    }
  }

  private List<SubjectKey> read(Connection connection, Collection<SubjectKey> keys)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select id, subject_hash, wrapped_key from rw.subject_key
            where subject_hash = any (?) and wrapped_key is not null\
            """)) {
      setHashes(connection, select, 1, keys);
      var found = new ArrayList<SubjectKey>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(
              unwrap(
                  rows.getObject(1, UUID.class),
                  new SubjectHash(rows.getBytes(2)),
                  rows.getBytes(3)));
        }
      }
      return found;
    }
  }

  private static void setHashes(
      Connection connection, PreparedStatement statement, int at, Collection<SubjectKey> keys)
      throws SQLException {
    statement.setArray(
        at,
        connection.createArrayOf(
            "bytea", keys.stream().map(key -> key.subject().bytes()).toArray(byte[][]::new)));
  }
}
