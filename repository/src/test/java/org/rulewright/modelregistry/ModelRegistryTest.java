package org.rulewright.modelregistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.SharedData;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.audit.AuditTrail;
import org.rulewright.blob.Blobs;
import org.rulewright.database.PostgresTest;
import org.rulewright.decision.Diagnostic;
import org.rulewright.model.ModelScore;
import org.rulewright.model.OpenResult;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
final class ModelRegistryTest {

  private static final Actor ANNA = new Actor(ActorKind.USER, "u1", "Anna");

  private static final String PMML =
      """
      <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
      <DataDictionary><DataField name="income" optype="continuous" dataType="double"/>
      <DataField name="region" optype="categorical" dataType="string"><Value value="north"/><Value value="south"/></DataField>
      <DataField name="y" optype="continuous" dataType="double"/></DataDictionary>
      <RegressionModel functionName="regression"><MiningSchema><MiningField name="income"/>
      <MiningField name="region"/><MiningField name="y" usageType="target"/></MiningSchema>
      <Output><OutputField name="score" optype="continuous" dataType="double" feature="predictedValue"/></Output>
      <RegressionTable intercept="10"><NumericPredictor name="income" coefficient="0.5"/>
      <CategoricalPredictor name="region" value="north" coefficient="5"/></RegressionTable></RegressionModel></PMML>
      """;

  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  private final String key = "m" + UUID.randomUUID();
  @TempDir private Path folder;
  private AuditTrail audit;
  private Blobs blobs;
  private ModelRegistry registry;

  ModelRegistryTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void start() {
    audit = new AuditTrail(jdbc, transactions);
    blobs = new Blobs(folder.resolve("blobs"));
    registry = new ModelRegistry(new ModelStore(jdbc), blobs, audit, transactions);
  }

  @Test
  void aFileThatAgreesWithItsExpectedScoresIsKeptAndOpened() throws IOException {
    var version = kept(upload(PMML, "income,region,expected_score\n3,north,16.5\n3,south,11.5\n"));

    assertThat(version.selfTest()).isEqualTo(new PassedSelfTest(2, 2, 0));
    assertThat(registry.find(key).orElseThrow().current()).isEqualTo(version);
    assertThat(version.signature().inputs().get(1).allowed()).containsExactly("north", "south");
    try (var model = ((OpenResult.Opened) registry.open(version)).model()) {
      assertThat(model.signature()).isEqualTo(version.signature());
      var score = model.score(Map.of("income", BigDecimal.ONE, "region", "south"));
      assertThat(((ModelScore.Scored) score).outputs())
          .isEqualTo(Map.of("score", new BigDecimal("10.5")));
    }
    assertThat(
            audit.search(AuditQuery.ofThing("scoring-model", key, 10)).entries().stream()
                .map(it -> it.action()))
        .containsExactly(AuditAction.MODEL_FILE_REGISTERED);
  }

  @Test
  void aFileThatDisagreesIsRefusedAndNothingOfItIsKept() throws IOException {
    var result = upload(PMML, "income,region,expected_score\n3,north,17\n");

    assertThat(codes(result)).containsExactly("model.expected-differs");
    assertThat(registry.find(key)).isEmpty();
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void theSameFileIsTheSameVersionAndAnotherTheNext() throws IOException {
    assertThat(kept(upload(PMML, null)).number()).isEqualTo(1);
    assertThat(kept(upload(PMML, null)).number()).isEqualTo(1);
    var other = kept(upload(PMML.replace("\"10\"", "\"20\""), null));
    assertThat(other.number()).isEqualTo(2);

    assertThat(other.selfTest()).isNull();
    assertThat(registry.versions(key)).extracting(ModelVersion::number).containsExactly(2, 1);
    assertThat(registry.version(key, other.digest())).contains(other);
  }

  @Test
  void aKeptFileThatWasChangedIsNotOpened() throws IOException {
    var version = kept(upload(PMML, null));
    Files.writeString(blobs.path(version.digest()), PMML.replace("\"10\"", "\"99\""));

    var result = registry.open(version);

    assertThat(((OpenResult.Refused) result).problems())
        .extracting(Diagnostic::code)
        .containsExactly("model.digest");
  }

  @Test
  void aVersionCannotBeChangedInTheDatabase() throws IOException {
    kept(upload(PMML, null));

    assertThatThrownBy(
            () -> jdbc.sql("UPDATE scoring_model_version SET digest = repeat('0', 64)").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM scoring_model_version").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    assertThat(codes(upload("<PMML/>", null))).containsExactly("pmml.models");
    assertThat(codes(upload(PMML, "a,b\n1,2\n"))).containsExactly("model.expected-nothing");
    assertThat(
            codes(
                registry.upload(new ModelUpload("Wrong Key", "n", "m.pmml", null), in(PMML), ANNA)))
        .containsExactly("model.key");
    assertThat(codes(registry.upload(new ModelUpload(key, "n", "m.pkl", null), in(PMML), ANNA)))
        .containsExactly("model.file-name");
  }

  @Test
  void anUploadIsReadNoFurtherThanTheLimit() throws IOException {
    var endless =
        new InputStream() {
          private long count;

          @Override
          public int read() {
            count++;
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            count += length;
            return length;
          }
        };

    var result = registry.upload(new ModelUpload(key, "n", "m.onnx", null), endless, ANNA);

    assertThat(codes(result)).containsExactly("model.too-large");
    assertThat(endless.count).isLessThan(101L << 20);
  }

  @Test
  void aReceivedFileIsOnTheDiskUntilItIsKeptOrGivenUp() throws IOException {
    var upload =
        new ModelUpload(key, "n", "risk.pmml", "income,region,expected_score\n3,north,17\n");
    try (var file = registry.receive(in(PMML))) {
      assertThat(file.bytes()).isEqualTo(PMML.length());
      assertThat(codes(registry.keep(upload, file, ANNA)))
          .containsExactly("model.expected-differs");
      // the same file again, with the scores put right
      var right =
          new ModelUpload(key, "n", "risk.pmml", "income,region,expected_score\n3,north,16.5\n");
      kept(registry.keep(right, file, ANNA));
    }
    registry.receive(in("never kept")).close();

    try (var files = Files.list(folder.resolve("blobs/incoming"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void onlyAProvenModelWhoseFileIsWhatItWasIsOpenedToDecide() throws IOException {
    assertThat(refusals(kept(upload(PMML, null)))).containsExactly("model.untested");
    var scores = "income,region,expected_score\n3,north,16.5\n";
    var version = kept(upload(PMML, scores));
    var decides = ((OpenResult.Opened) registry.openProven(version)).model();

    Files.writeString(blobs.path(version.digest()), PMML.replace("\"10\"", "\"99\""));
    assertThat(refusals(version))
        .as("also while others have it open")
        .containsExactly("model.digest");
    Files.delete(blobs.path(version.digest()));
    assertThat(refusals(version)).containsExactly("model.gone");
    assertThat(decides.score(Map.of("income", BigDecimal.ONE, "region", "south")))
        .isInstanceOf(ModelScore.Scored.class);
    decides.close();
    assertThat(registry.openCount()).isZero();

    assertThat(kept(upload(PMML, scores))).isEqualTo(version);
    ((OpenResult.Opened) registry.openProven(version)).model().close();
  }

  private List<String> refusals(ModelVersion version) {
    return registry.openProven(version) instanceof OpenResult.Refused refused
        ? refused.problems().stream().map(Diagnostic::code).toList()
        : List.of();
  }

  @Test
  void anOnnxFileTakesTheNamesOfItsFeaturesFromTheExpectedScores() throws IOException {
    var expected = Files.readString(SharedData.model("credit-selfmade/sba-gbm.expected.csv"));

    var version =
        kept(
            registry.upload(
                new ModelUpload(key, "SBA", "sba-gbm.onnx", expected),
                Files.newInputStream(SharedData.model("credit-selfmade/sba-gbm.onnx")),
                ANNA));

    assertThat(version.features())
        .containsExactly("Term", "NoEmp", "GrAppv", "Portion", "NewExist", "UrbanRural");
    assertThat(version.selfTest()).isNotNull().matches(it -> it.rows() == 200);
    try (var model = ((OpenResult.Opened) registry.open(version)).model()) {
      assertThat(model.signature()).isEqualTo(version.signature());
    }
  }

  private UploadResult upload(String pmml, @Nullable String expected) throws IOException {
    return registry.upload(
        new ModelUpload(key, "Default risk", "risk.pmml", expected), in(pmml), ANNA);
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ModelVersion kept(UploadResult result) {
    assertThat(result).isInstanceOf(UploadResult.Kept.class);
    return ((UploadResult.Kept) result).version();
  }

  private static List<String> codes(UploadResult result) {
    return result instanceof UploadResult.Refused refused
        ? refused.problems().stream().map(Diagnostic::code).toList()
        : List.of();
  }
}
