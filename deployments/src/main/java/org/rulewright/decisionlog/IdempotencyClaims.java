package org.rulewright.decisionlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Claims idempotency keys inside a commit group's transaction. */
final class IdempotencyClaims {

  /** Who holds a claim that could not be had. */
  record Holder(String bodyDigest, DecisionId decision) {}

  private IdempotencyClaims() {}

  /**
   * Claims the keys of these entries, sorted by the caller so that writers never wait for each
   * other in a circle, and gives back the holders of those that were held already.
   */
  static Map<String, Holder> claim(
      Connection connection, Collection<DecisionEntry> entries, OffsetDateTime now)
      throws SQLException {
    var missed = new HashSet<String>();
    try (var insert =
        connection.prepareStatement(
            """
            insert into rw.idempotency_claim as held (claim, body_digest, decision_id, claimed_at)
            select claim, body_digest, decision_id, ?
            from unnest(?::text[], ?::text[], ?::uuid[]) as wanted (claim, body_digest, decision_id)
            on conflict (claim) do update
              set body_digest = excluded.body_digest, decision_id = excluded.decision_id,
                claimed_at = excluded.claimed_at
              where held.claimed_at < excluded.claimed_at - interval '24 hours'
            returning claim\
            """)) {
      insert.setObject(1, now);
      insert.setArray(2, connection.createArrayOf("text", each(entries, IdempotencyClaim::claim)));
      insert.setArray(
          3, connection.createArrayOf("text", each(entries, IdempotencyClaim::bodyDigest)));
      insert.setArray(
          4,
          connection.createArrayOf(
              "uuid", entries.stream().map(entry -> entry.id().value()).toArray()));
      for (var entry : entries) {
        missed.add(claimOf(entry).claim());
      }
      try (var rows = insert.executeQuery()) {
        while (rows.next()) {
          missed.remove(rows.getString(1));
        }
      }
    }
    return missed.isEmpty() ? Map.of() : holders(connection, missed);
  }

  private static Map<String, Holder> holders(Connection connection, Collection<String> claims)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select claim, body_digest, decision_id from rw.idempotency_claim
            where claim = any (?)\
            """)) {
      select.setArray(1, connection.createArrayOf("text", claims.toArray()));
      var holders = new HashMap<String, Holder>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          holders.put(
              rows.getString(1),
              new Holder(rows.getString(2), new DecisionId(rows.getObject(3, UUID.class))));
        }
      }
      return holders;
    }
  }

  private static String[] each(
      Collection<DecisionEntry> entries, Function<IdempotencyClaim, String> part) {
    return entries.stream().map(entry -> part.apply(claimOf(entry))).toArray(String[]::new);
  }

  private static IdempotencyClaim claimOf(DecisionEntry entry) {
    var claim = entry.claim();
    if (claim == null) {
      throw new IllegalArgumentException("decision " + entry.id() + " claims no key");
    }
    return claim;
  }
}
