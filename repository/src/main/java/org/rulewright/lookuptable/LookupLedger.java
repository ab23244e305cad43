package org.rulewright.lookuptable;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters finished versions, each with its entry in the audit trail. */
@Component
class LookupLedger {

  private final LookupStore store;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock = Clock.systemUTC();

  LookupLedger(LookupStore store, AuditTrail audit, PlatformTransactionManager transactions) {
    this.store = store;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Makes it the newest version; what is the newest version already stays it. */
  LookupVersion enter(MadeLookup made, Actor by) {
    return Objects.requireNonNull(transaction.execute(status -> entered(made, by)));
  }

  private LookupVersion entered(MadeLookup made, Actor by) {
    var key = made.request().key();
    store.insertOrLock(key, made.request().name(), by, Instant.now(clock));
    var newest = store.versions(key, 1).stream().findFirst();
    if (newest.isPresent() && newest.get().digest().equals(made.digest())) {
      return newest.get();
    }
    int number = newest.map(LookupVersion::number).orElse(0) + 1;
    store.insert(made, number, by, Instant.now(clock));
    audit.append(
        by,
        AuditAction.LOOKUP_IMPORTED,
        "lookup",
        key,
        Map.of(
            "version", Integer.toString(number),
            "digest", made.digest().hex(),
            "source", made.request().fileName(),
            "rows", Integer.toString(made.rows()),
            "refusedRows", Long.toString(made.refusedRows())));
    return store.version(key, number).orElseThrow();
  }
}
