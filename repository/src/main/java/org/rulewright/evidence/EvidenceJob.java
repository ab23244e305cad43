package org.rulewright.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.decision.Diagnostic;
import org.rulewright.job.JobHandler;
import org.rulewright.job.JobRefusedException;
import org.rulewright.job.JobRun;
import org.rulewright.parity.Limits;
import org.rulewright.parity.Parity;
import org.rulewright.parity.ParityReport;
import org.rulewright.signing.InstallationKey;
import org.rulewright.version.Version;
import org.rulewright.version.VersionCompiler;
import org.rulewright.version.VersionId;
import org.rulewright.version.Versions;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Examines a version and keeps what was found, signed. */
@Component
class EvidenceJob implements JobHandler {

  static final String KIND = "evidence";

  private final Versions versions;
  private final VersionCompiler compiler;
  private final EvidenceStore store;
  private final InstallationKey key;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock = Clock.systemUTC();

  EvidenceJob(
      Versions versions,
      VersionCompiler compiler,
      EvidenceStore store,
      InstallationKey key,
      AuditTrail audit,
      PlatformTransactionManager transactions) {
    this.versions = versions;
    this.compiler = compiler;
    this.store = store;
    this.key = key;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** An examination changes nothing it looks at; two of them are two findings. */
  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public String run(JobRun run) throws UnreadableModelException {
    var order = EvidenceJson.read(run.parameters(), EvidenceOrder.class);
    var version =
        versions
            .find(new VersionId(order.version()))
            .orElseThrow(() -> new JobRefusedException("没有这个版本。 / There is no such version."));
    var evidence = signed(version, order, examined(version, order, run), run);
    transaction.executeWithoutResult(status -> keep(evidence, run));
    var report = evidence.statement().report();
    return EvidenceJson.write(
        Map.of(
            "evidence", evidence.id().toString(),
            "examined", report.examined(),
            "different", report.different()));
  }

  private ParityReport examined(Version version, EvidenceOrder order, JobRun run)
      throws UnreadableModelException {
    var asOf = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
    try (var compiled = compiler.compile(version)) {
      if (!compiled.problems().isEmpty()) {
        throw refused(compiled.problems().getFirst());
      }
      var subject = compiled.subject(asOf);
      var limits =
          Limits.of(subject).withSeed(order.seed()).withBudget(Duration.ofSeconds(order.seconds()));
      return Parity.examine(
          subject, limits, (done, planned, stage) -> run.progress(done, planned, stage.name()));
    }
  }

  private static JobRefusedException refused(Diagnostic problem) {
    return new JobRefusedException(
        problem.message(Locale.CHINESE) + " / " + problem.message(Locale.ENGLISH));
  }

  private Evidence signed(Version version, EvidenceOrder order, ParityReport report, JobRun run) {
    var now = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
    var statement =
        new EvidenceStatement(
            EvidenceStatement.FORMAT,
            version.strategy().value(),
            version.number(),
            version.digest(),
            order.engine(),
            now,
            report);
    var document = EvidenceJson.write(statement);
    return new Evidence(
        UUID.randomUUID(),
        version.id(),
        statement,
        document,
        key.sign(document.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        key.id(),
        run.submittedBy().name(),
        now);
  }

  private void keep(Evidence evidence, JobRun run) {
    store.insert(evidence, run.submittedBy());
    var statement = evidence.statement();
    audit.append(
        run.submittedBy(),
        AuditAction.EVIDENCE_MADE,
        "version",
        evidence.version().toString(),
        Map.of(
            "strategy", statement.strategy(),
            "number", Integer.toString(statement.number()),
            "digest", statement.digest(),
            "examined", Long.toString(statement.report().examined()),
            "different", Long.toString(statement.report().different())));
  }
}
