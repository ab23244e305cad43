package org.rulewright.evidence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rulewright.asset.StrategyFixtures.aPerson;
import static org.rulewright.asset.StrategyFixtures.anyStrategy;
import static org.rulewright.asset.StrategyFixtures.withLimit;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.asset.AssetServices;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.StrategyContract;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.database.DataFolder;
import org.rulewright.database.PostgresTest;
import org.rulewright.dataset.TestDatasets;
import org.rulewright.job.JobState;
import org.rulewright.parity.Stage;
import org.rulewright.signing.InstallationKey;
import org.rulewright.version.CreateVersionResult.Created;
import org.rulewright.version.Version;
import org.rulewright.version.VersionServices;
import org.rulewright.version.Versions;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
class ExaminationsTest {

  private final Actor lin = aPerson("Lin");
  @TempDir private Path folder;
  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  private TestDatasets studio;
  private AssetServices assets;
  private Versions versions;
  private Examinations examinations;
  private DraftRevision draft;

  ExaminationsTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void begin() {
    studio = new TestDatasets(jdbc, transactions, folder);
    assets = AssetServices.on(jdbc, transactions);
    versions = VersionServices.on(jdbc, transactions);
    var key = new InstallationKey(DataFolder.attach(folder));
    var store = new EvidenceStore(jdbc);
    studio.handlers.add(
        new EvidenceJob(
            versions,
            VersionServices.compiler(jdbc, transactions),
            store,
            key,
            studio.audit,
            transactions));
    studio.started();
    examinations = new Examinations(store, versions, studio.jobs, key, 60);
    var created = assets.strategies().create(anyStrategy(), lin);
    draft = ((CreateStrategyResult.Created) created).draft();
  }

  @AfterEach
  void stop() {
    studio.close();
  }

  @Test
  void aVersionIsExaminedAndWhatWasFoundIsKeptSigned() {
    var version = version();

    var evidence = examined(version);

    var statement = evidence.statement();
    assertThat(statement.digest()).isEqualTo(version.digest());
    assertThat(statement.number()).isEqualTo(version.number());
    assertThat(statement.engine()).isEqualTo("7");
    assertThat(statement.report().different()).as("%s", statement.report().differences()).isZero();
    assertThat(statement.report().examined()).isGreaterThan(1_000);
    assertThat(statement.report().stages().getFirst().stage()).isEqualTo(Stage.REGIONS);
    assertThat(examinations.verify(evidence)).isTrue();
    assertThat(examinations.newest(version.strategy())).containsKey(version.id());
    assertThat(
            studio
                .audit
                .search(AuditQuery.ofThing("version", version.id().toString(), 50))
                .entries())
        .anyMatch(it -> it.action() == AuditAction.EVIDENCE_MADE);
  }

  @Test
  void aVersionThatAnswersByItsFlowIsExaminedAsAFlow() {
    var contract = draft.contract();
    var flow =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:rw="https://rulewright.org/bpmn/1" id="defs" targetNamespace="urn:test">
        <process id="desk" name="desk" isExecutable="true">
        <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
        <businessRuleTask id="ask"><extensionElements><rw:decision name="%s" result="answer"/>
        </extensionElements></businessRuleTask>
        <sequenceFlow id="f2" sourceRef="ask" targetRef="end"/>
        <endEvent id="end"><extensionElements>
        <rw:output target="verdict" source="answer.verdict"/></extensionElements></endEvent>
        </process></definitions>
        """
            .formatted(contract.entry());
    var created =
        assets
            .strategies()
            .create(
                anyStrategy(),
                draft.dmn(),
                flow.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                new StrategyContract("desk", contract.inputs(), contract.reasons()),
                lin);
    draft = ((CreateStrategyResult.Created) created).draft();

    var report = examined(version()).statement().report();

    assertThat(report.entry()).isEqualTo("desk");
    assertThat(report.different()).as("%s", report.differences()).isZero();
    assertThat(requireNonNull(report.flow()).decisions()).containsExactly(contract.entry());
    assertThat(report.camunda().examined()).isPositive();
    assertThat(report.camunda().unexplained()).as("%s", report.camunda().differences()).isZero();
  }

  @Test
  void whatWasTamperedWithIsNotVerified() {
    var evidence = examined(version());
    var report = evidence.statement().report();
    var changed =
        evidence
            .document()
            .replace("\"examined\":" + report.examined(), "\"examined\":" + report.examined() * 2);
    assertThat(changed).isNotEqualTo(evidence.document());

    assertThat(examinations.verify(with(evidence, changed, evidence.signature()))).isFalse();
    var signature = evidence.signature();
    signature[0] ^= 1;
    assertThat(examinations.verify(with(evidence, evidence.document(), signature))).isFalse();
    assertThatThrownBy(() ->
            jdbc.sql("UPDATE evidence SET document = :document WHERE id = :id")
                .param("document", changed)
                .param("id", evidence.id())
                .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void evidenceOfOneVersionIsNoneOfAnother() {
    var first = examined(version());
    assets
        .drafts()
        .save(draft.strategy(), draft.number(), withLimit(draft, 9), draft.contract(), lin);
    var other = version();

    var moved =
        new Evidence(
            first.id(),
            other.id(),
            first.statement(),
            first.document(),
            first.signature(),
            first.signingKey(),
            first.madeBy(),
            first.madeAt());

    assertThat(examinations.verify(moved)).isFalse();
    assertThat(examinations.newest(other.id())).isEmpty();
  }

  private Version version() {
    return ((Created) versions.create(draft.strategy(), "", lin)).version();
  }

  private Evidence examined(Version version) {
    var job = studio.ended(examinations.submit(version, "7", lin));
    assertThat(job.state()).as("%s", job.error()).isEqualTo(JobState.DONE);
    return requireNonNull(examinations.newest(version.id()).orElse(null));
  }

  private static Evidence with(Evidence evidence, String document, byte[] signature) {
    return new Evidence(
        evidence.id(),
        evidence.version(),
        evidence.statement(),
        document,
        signature,
        evidence.signingKey(),
        evidence.madeBy(),
        evidence.madeAt());
  }
}
