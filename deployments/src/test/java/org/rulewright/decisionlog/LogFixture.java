package org.rulewright.decisionlog;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;
import org.rulewright.audit.AuditTrail;
import org.rulewright.notification.Notifications;
import org.rulewright.signing.InstallationKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A decision log on a test's database, and entries for it. */
final class LogFixture implements AutoCloseable {

  static final Actor BANK = new Actor(ActorKind.KEY, "key-1", "bank A");
  static final Actor REVIEWER = new Actor(ActorKind.USER, "user-1", "Li Na");
  static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-20T09:30:00.123456+08:00");

  final Set<EpochStamp> stale = ConcurrentHashMap.newKeySet();
  final SubjectKeys keys;
  final Writers writers;
  final DecisionLog log;
  final AuditTrail audit;

  LogFixture(DataSource database, InstallationKey installation) {
    this(database, installation, 1);
  }

  LogFixture(DataSource database, InstallationKey installation, int writerCount) {
    var transactions = new JdbcTransactionManager(database);
    keys = new SubjectKeys(installation);
    writers = new Writers(database, keys, this::staleOf, writerCount, Duration.ofSeconds(10));
    audit = new AuditTrail(JdbcClient.create(database), transactions);
    var alarm = new LogAlarm(new Notifications(JdbcClient.create(database), unheard -> {}));
    log = new DecisionLog(keys, writers, new JdbcTemplate(database), transactions, audit, alarm);
  }

  private Set<EpochStamp> staleOf(Connection connection, Set<EpochStamp> stamps) {
    var found = new HashSet<>(stamps);
    found.retainAll(stale);
    return found;
  }

  @Override
  public void close() {
    try {
      writers.stop();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static DecisionEntry anyEntry() {
    return entryOf("enterprise-" + DecisionId.next());
  }

  static DecisionEntry entryOf(String subject) {
    return entry(subject, "api", null, null, null);
  }

  static DecisionEntry entry(
      String subject,
      String channel,
      @Nullable String reference,
      @Nullable IdempotencyClaim claim,
      @Nullable EpochStamp epoch) {
    return new DecisionEntry(
        DecisionId.next(),
        AS_OF,
        new DecisionPlace("production", "sme", "ab".repeat(32), "full"),
        channel,
        reference,
        BANK,
        Duration.ofNanos(1_234_567),
        approved(),
        payloadOf(subject),
        claim,
        epoch);
  }

  static DecisionEntry entryWith(Headline headline) {
    var entry = anyEntry();
    return new DecisionEntry(
        entry.id(),
        entry.asOf(),
        entry.place(),
        entry.channel(),
        null,
        BANK,
        entry.latency(),
        headline,
        entry.payload(),
        null,
        null);
  }

  static Headline approved() {
    return new Headline(
        "APPROVE",
        new BigDecimal("712.50"),
        new BigDecimal("500000"),
        new BigDecimal("0.0465"),
        12,
        "B",
        List.of("GOOD_SALES", "SHORT_HISTORY"));
  }

  static DecisionPayload payloadOf(String subject) {
    Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
    outputs.put("verdict", "APPROVE");
    outputs.put("amount", 500_000);
    outputs.put("limit", new BigDecimal("12345678901234567890.10"));
    outputs.put("comment", null);
    return new DecisionPayload(
        subject,
        AS_OF.toString(),
        "zh",
        true,
        List.of(
            new RecordedFact(
                "sales", "NUMBER", FactState.GIVEN, new BigDecimal("1200000.50"), "request"),
            new RecordedFact("town", "TEXT", FactState.NULL, null, "request"),
            new RecordedFact("employees", "NUMBER", FactState.MISSING, null, "request")),
        outputs,
        List.of(new SentReason("GOOD_SALES", "销售额良好")),
        List.of(new RecordedStep("d1", "Grade", "DECISION_TABLE", List.of("r1", "r7"), "B", false)),
        List.of(),
        Map.of(),
        Map.of());
  }
}
