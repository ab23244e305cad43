package org.rulewright.decisionlog;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The append-only record of decisions.
 *
 * <p>An entry counts only when {@link RecordResult.Recorded} came back: until then nothing of its
 * answer may leave.
 *
 * @see "docs/decisions/0005-decision-record-and-group-commit.md"
 */
@Service
public class DecisionLog {

  private static final int SALT_BYTES = 16;

  private final SubjectKeys keys;
  private final Writers writers;
  private final DecisionSearch search;
  private final RecordReader reader;
  private final LogVerifier verifier;
  private final SubjectErasure erasure;
  private final AuditTrail audit;
  private final LogAlarm alarm;

  DecisionLog(
      SubjectKeys keys,
      Writers writers,
      JdbcTemplate database,
      PlatformTransactionManager transactions,
      AuditTrail audit,
      LogAlarm alarm) {
    this.keys = keys;
    this.writers = writers;
    this.audit = audit;
    this.alarm = alarm;
    var client = JdbcClient.create(database);
    search = new DecisionSearch(client, keys);
    reader = new RecordReader(client, keys);
    verifier = new LogVerifier(new JdbcTemplate(dataSource(database)), snapshot(transactions));
    erasure = new SubjectErasure(client, new TransactionTemplate(transactions), keys, audit);
  }

  /** Records an entry and waits until it is durable, or until it is certain that it is not. */
  public RecordResult record(DecisionEntry entry) {
    var problem = EntryCheck.problem(entry);
    return problem.isPresent()
        ? new RecordResult.Refused(problem.get())
        : writers.write(prepare(entry));
  }

  /** Records an entry without waiting; many of them share a commit. */
  public CompletableFuture<RecordResult> submit(DecisionEntry entry) {
    var problem = EntryCheck.problem(entry);
    return problem.isPresent()
        ? CompletableFuture.completedFuture(new RecordResult.Refused(problem.get()))
        : writers.submit(prepare(entry));
  }

  /** One page of the decisions that match, newest first. */
  public DecisionPage search(DecisionQuery query, @Nullable DecisionId after, int limit) {
    return search(query, DecisionOrder.NEWEST_FIRST, after, limit);
  }

  /** One page of the decisions that match, in an order. */
  public DecisionPage search(
      DecisionQuery query, DecisionOrder order, @Nullable DecisionId after, int limit) {
    return search.search(query, order, after, limit);
  }

  /** A record for the system's own use, such as repeating an answer. */
  public Optional<DecisionRecord> find(DecisionId id) {
    return reader.find(id);
  }

  /** A record for a person's or a script's eyes: that it was seen goes into the audit trail. */
  public Optional<DecisionRecord> view(DecisionId id, Actor viewer) {
    var found = looked(id);
    found.ifPresent(record ->
        audit.append(viewer, AuditAction.RECORD_VIEWED, "decision", id.toString(), Map.of()));
    return found;
  }

  /** Whoever comes upon a record that was altered is not the only one to know. */
  private Optional<DecisionRecord> looked(DecisionId id) {
    try {
      var found = reader.find(id);
      found.filter(record -> !record.chain().intact()).ifPresent(record -> alarm.altered(id));
      return found;
    } catch (AlteredRecordException altered) {
      alarm.altered(id);
      throw altered;
    }
  }

  /** Computes every digest and every chain again. */
  public LogVerification verify() {
    var found = verifier.verify();
    alarm.verified(found);
    return found;
  }

  /**
   * Destroys the keys of a subject, so that no payload about it can be read any more; says whether
   * there was any.
   */
  public boolean erase(String subject, Actor by) {
    return erasure.erase(subject, by);
  }

  private PreparedEntry prepare(DecisionEntry entry) {
    var compressed = PayloadFormat.write(entry.payload());
    var key = keys.keyOf(keys.hash(entry.payload().subject()));
    var payload = keys.cipher().encrypt(key.key(), entry.id(), compressed);
    return new PreparedEntry(entry, compressed, keys.cipher().random(SALT_BYTES), key, payload);
  }

  private static DataSource dataSource(JdbcTemplate database) {
    return Objects.requireNonNull(database.getDataSource(), "no data source");
  }

  static TransactionTemplate snapshot(PlatformTransactionManager transactions) {
    var snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return snapshot;
  }
}
