package org.rulewright.decisionlog;

import java.util.HexFormat;
import java.util.Map;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases a subject by destroying the keys that open its payloads. */
final class SubjectErasure {

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final SubjectKeys keys;
  private final AuditTrail audit;

  SubjectErasure(
      JdbcClient database, TransactionTemplate transaction, SubjectKeys keys, AuditTrail audit) {
    this.database = database;
    this.transaction = transaction;
    this.keys = keys;
    this.audit = audit;
  }

  boolean erase(String subject, Actor by) {
    var hash = keys.hash(subject);
    var erased = transaction.execute(status -> destroy(hash, by));
    keys.forgetAll();
    return erased;
  }

  private boolean destroy(SubjectHash hash, Actor by) {
    // The counter's row lock makes erasures follow one another; each commit group reads it.
    database.sql("update rw.subject_erasure set erasures = erasures + 1").update();
    int destroyed =
        database
            .sql(
                """
                update rw.subject_key set wrapped_key = null, destroyed_at = now()
                where subject_hash = ? and wrapped_key is not null\
                """)
            .param(hash.bytes())
            .update();
    // The trail names the hash: the subject itself is what must be forgotten.
    audit.append(
        by,
        AuditAction.SUBJECT_ERASED,
        "subject",
        HexFormat.of().formatHex(hash.bytes()),
        Map.of("keys", Integer.toString(destroyed)));
    return destroyed > 0;
  }
}
