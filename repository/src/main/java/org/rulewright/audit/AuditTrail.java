package org.rulewright.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes and reads who did what.
 *
 * <p>Appending waits for every other transaction that has appended and not yet ended: append late
 * in a transaction, and never hold one open for long after.
 */
@Service
public class AuditTrail {

  private final AuditStore store;
  private final TransactionTemplate transaction;
  private final Clock clock;

  @Autowired
  public AuditTrail(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this(jdbc, transactions, Clock.systemUTC());
  }

  AuditTrail(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.store = new AuditStore(jdbc);
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Appends one entry in the caller's transaction (or in one of its own where the caller has none):
   * what was done and the entry of it are there together or not at all.
   */
  public AuditEntry append(
      Actor actor, AuditAction action, String thing, String thingId, Map<String, String> details) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var last = store.lockLast();
          var entry =
              AuditEntry.of(
                  last.position() + 1,
                  clock.instant().truncatedTo(ChronoUnit.MICROS),
                  new Actor(actor.kind(), storable(actor.id()), storable(actor.name())),
                  action,
                  storable(thing),
                  storable(thingId),
                  storable(details));
          store.insert(entry, last.hash(), AuditHash.of(last.hash(), entry));
          return entry;
        }));
  }

  /** Newest first. */
  public AuditPage search(AuditQuery query) {
    return search(query, AuditOrder.NEWEST_FIRST);
  }

  /** In an order; pages follow each other by {@link AuditQuery#after()}. */
  public AuditPage search(AuditQuery query, AuditOrder order) {
    return store.search(query, order);
  }

  /** Walks the whole chain. */
  public AuditVerification verify() {
    var position = 0L;
    var hash = AuditHash.FIRST;
    for (var batch = store.after(position); !batch.isEmpty(); batch = store.after(position)) {
      for (var link : batch) {
        var damage = link.damage(position, hash);
        if (damage != null) {
          return new AuditVerification.Broken(link.position(), damage);
        }
        position = link.position();
        hash = link.hash();
      }
    }
    return new AuditVerification.Intact(position, HexFormat.of().formatHex(hash));
  }

  private static Map<String, String> storable(Map<String, String> details) {
    var clean = new TreeMap<String, String>();
    details.forEach((key, value) -> clean.put(storable(key), storable(value)));
    return clean;
  }

  /** PostgreSQL keeps no NUL and UTF-8 no lone surrogate; what came from outside may have both. */
  private static String storable(String text) {
    var clean = text.replace('\0', '\uFFFD');
    return new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
