package org.rulewright.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Reason;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.blob.Blobs;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.decisionlog.DecisionLog;
import org.rulewright.modelregistry.ModelRegistry;
import org.rulewright.release.ReleaseResult;
import org.rulewright.release.Releases;
import org.rulewright.serving.Replays;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Version;
import org.rulewright.version.VersionCompiler;
import org.rulewright.version.VersionPin;
import org.rulewright.version.Versions;
import tools.jackson.databind.JsonNode;

/** A strategy whose flow scores by an ONNX and a PMML model, from their files to decisions. */
final class ModelStrategyTest {

  private final Platform platform = Platform.running();
  private final String key = platform.key(Role.STRATEGIST);
  private final Actor author = platform.person(Role.STRATEGIST);
  private final Actor governor = platform.person(Role.GOVERNOR);
  private final String suffix = UUID.randomUUID().toString().substring(0, 8);
  private final String risk = "risk-" + suffix;
  private final String limit = "limit-" + suffix;
  private final StrategyKey strategy = new StrategyKey("scored-" + suffix);
  private final ModelRegistry registry = platform.bean(ModelRegistry.class);

  @AfterEach
  void nothingIsLeftOpenBesideWhatIsServed() throws Exception {
    // a version that was compiled only to be looked at has let its models go
    int open = registry.openCount();
    for (var version : platform.bean(Versions.class).list(strategy)) {
      var full = platform.bean(Versions.class).find(version.id()).orElseThrow();
      platform.bean(VersionCompiler.class).compile(full).close();
    }
    assertThat(registry.openCount()).isEqualTo(open);
  }

  @Test
  void modelsArePinnedReleasedScoredByRecordedAndReplayed() throws Exception {
    uploaded();
    var version = version(drawn());
    assertThat(version.pins())
        .extracting(it -> it.kind() + " " + it.key() + " " + it.number())
        .containsExactlyInAnyOrder("MODEL " + risk + " 1", "MODEL " + limit + " 1");
    release(version);

    var approved = decide("{\"sales\": 4, \"monthsInBusiness\": 12, \"region\": \"south\"}");
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    assertThat(approved.json().get("verdict").asString()).isEqualTo("APPROVE");
    assertThat(approved.json().get("outputs").get("score").asDouble())
        .isCloseTo(1 / 3.0, within(1e-6));
    assertThat(approved.json().get("outputs").get("amount").decimalValue())
        .isEqualByComparingTo("12");
    var declined = decide("{\"sales\": 1, \"monthsInBusiness\": 12, \"region\": \"north\"}");
    assertThat(declined.json().get("verdict").asString()).isEqualTo("DECLINE");

    var record = record(approved);
    var scored = record.get("scores").get(risk);
    assertThat(scored.get("version").asInt()).isEqualTo(1);
    assertThat(scored.get("digest").asString()).isEqualTo(pin(version, risk).digest().hex());
    assertThat(scored.get("inputs").get("sales").decimalValue()).isEqualByComparingTo("4");
    assertThat(scored.get("inputs").get("years").decimalValue()).isEqualByComparingTo("1");
    assertThat(scored.get("outputs").get("p").asDouble()).isCloseTo(1 / 3.0, within(1e-6));
    assertThat(record.get("scores").get(limit).get("inputs").get("region").asString())
        .isEqualTo("south");
    assertThat(record.get("trace").findValuesAsString("decisionId"))
        .containsSubsequence("start", "risk", risk, "limit", limit, "risky", "good");

    var replay = replayed(approved);
    assertThat(replay.get("identical").asBoolean()).as(replay.toString()).isTrue();
    assertThat(replay.get("scores"))
        .hasSize(2)
        .allSatisfy(check -> {
          assertThat(check.get("agrees").asBoolean()).isTrue();
          assertThat(check.get("difference").asDouble()).isZero();
        });
  }

  @Test
  void aNewerModelReachesOnlyANewVersion() throws Exception {
    uploaded();
    var version = version(drawn());
    release(version);
    upload(
        limit,
        "limit.pmml",
        ModelFiles.pmml(110, suffix).getBytes(UTF_8),
        "income,region,expected_score\n3,south,111.5\n");

    var facts = "{\"sales\": 4, \"monthsInBusiness\": 12, \"region\": \"south\"}";
    assertThat(decide(facts).json().get("outputs").get("amount").decimalValue())
        .isEqualByComparingTo("12");
    var next = version(strategy);
    assertThat(next.number()).isEqualTo(2);
    assertThat(pin(next, limit).number()).isEqualTo(2);
    release(next);
    assertThat(decide(facts).json().get("outputs").get("amount").decimalValue())
        .isEqualByComparingTo("112");
  }

  @Test
  void aModelThatGivesNoNumberLeadsToTheFallbackAndTheReplayToTheSame() throws Exception {
    uploaded();
    release(version(drawn()));

    var answer = decide("{\"sales\": -4, \"monthsInBusiness\": 12, \"region\": \"south\"}");

    assertThat(answer.json().get("verdict").asString())
        .as(() -> record(answer).toString())
        .isEqualTo("DECLINE");
    assertThat(answer.json().get("reasons").get(0).get("code").asString()).isEqualTo("NO_SCORE");
    var record = record(answer);
    assertThat(record.get("scores").get(risk).get("failed").get(0).asString())
        .isEqualTo("model.no-number");
    assertThat(record.get("scores").has(limit)).isFalse();
    var replay = replayed(answer);
    assertThat(replay.get("identical").asBoolean()).as(replay.toString()).isTrue();
    assertThat(replay.get("scores").get(0).get("agrees").asBoolean()).isTrue();
  }

  @Test
  void aModelChangedOnTheDiskIsNeverReleasedAndWhatRunsGoesOn() throws Exception {
    uploaded();
    var version = version(drawn());
    release(version);
    var facts = "{\"sales\": 4, \"monthsInBusiness\": 12, \"region\": \"south\"}";
    assertThat(decide(facts).json().get("verdict").asString()).isEqualTo("APPROVE");
    Files.writeString(file(version, limit), ModelFiles.pmml(99, suffix));

    assertThat(refusal(version)).contains("DOES_NOT_COMPILE", limit, "digest");
    assertThat(decide(facts).json().get("outputs").get("amount").decimalValue())
        .as("the release that runs has its models open")
        .isEqualByComparingTo("12");
  }

  @Test
  void aModelThatIsGoneIsSaidAtTheRelease() throws Exception {
    uploaded();
    var version = version(drawn());
    Files.delete(file(version, risk));

    assertThat(refusal(version)).contains("DOES_NOT_COMPILE", risk, "gone");
    upload(risk, "risk.onnx", ModelFiles.onnx(suffix), ModelFiles.ONNX_EXPECTED);
    release(version);
  }

  @Test
  void aRecordedScoreThatIsNotReachedAgainIsADifferenceOfTheReplay() throws Exception {
    uploaded();
    var version = version(drawn());
    release(version);
    var answer = decide("{\"sales\": 4, \"monthsInBusiness\": 12, \"region\": \"south\"}");
    var id = DecisionId.parse(answer.json().get("id").asString()).orElseThrow();
    var record = platform.bean(DecisionLog.class).find(id).orElseThrow();
    var altered = AlteredScore.of(record, limit, "score", "12.1");

    var replay =
        platform
            .bean(Replays.class)
            .replay(altered, record.summary().place().releaseDigest())
            .orElseThrow();

    assertThat(replay.outputs().get("amount")).hasToString("12.1");
    assertThat(replay.differences()).contains("scores." + limit).doesNotContain("scores." + risk);
    assertThat(replay.scores())
        .filteredOn(it -> it.name().equals(limit))
        .singleElement()
        .satisfies(check -> {
          assertThat(check.agrees()).isFalse();
          assertThat(check.difference()).isCloseTo(0.1 / 12.1, within(1e-9));
        });
  }

  @Test
  void aModelThatIsMissingNotProvenOrGivenTooLittleIsAnErrorOfTheDraft() throws Exception {
    var created = drawn();
    assertThat(errors(created)).contains("flow.unknown-callee risk", "flow.unknown-callee limit");

    upload(risk, "risk.pmml", ModelFiles.pmml(10, suffix).getBytes(UTF_8), null);
    upload(
        limit, "limit.pmml", ModelFiles.pmml(10, suffix).getBytes(UTF_8), ModelFiles.PMML_EXPECTED);
    assertThat(platform.bean(Versions.class).create(created, "", author))
        .isInstanceOf(CreateVersionResult.Refused.class);
    assertThat(errors(created))
        .contains("flow.model-untested risk", "flow.input-missing risk", "flow.unknown-part f_good")
        .doesNotContain("flow.input-missing limit");
    assertThat(checked(created).diagnostics())
        .as("the region is what a model takes")
        .noneMatch(it -> it.code().equals("dmn.unused-fact"));
  }

  private void uploaded() {
    upload(risk, "risk.onnx", ModelFiles.onnx(suffix), ModelFiles.ONNX_EXPECTED);
    upload(
        limit, "limit.pmml", ModelFiles.pmml(10, suffix).getBytes(UTF_8), ModelFiles.PMML_EXPECTED);
  }

  private void upload(String model, String file, byte[] bytes, @Nullable String expected) {
    var answer = platform.uploadModel(key, model, file, bytes, expected);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  private StrategyKey drawn() throws IOException {
    var contract =
        new StrategyContract(
            "Scored flow",
            List.of(
                new ContractInput("sales", FactType.NUMBER, true),
                new ContractInput("monthsInBusiness", FactType.NUMBER, true),
                new ContractInput("region", FactType.TEXT, true)),
            List.of(new Reason("NO_SCORE", "模型没有评分", "The model gave no score")));
    var wanted = new NewStrategy(strategy, "评分", "Scored", "test");
    var created =
        platform.bean(Strategies.class).create(wanted, resource("scored.dmn"), contract, author);
    assertThat(created).isInstanceOf(CreateStrategyResult.Created.class);
    var flow =
        new String(resource("scored.bpmn"), UTF_8).replace("RISK", risk).replace("LIMIT", limit);
    var saved =
        platform
            .bean(Drafts.class)
            .importModel(strategy, 1, flow.getBytes(UTF_8), "tab", "flow.bpmn", author);
    assertThat(saved).isInstanceOf(SaveResult.Saved.class);
    return strategy;
  }

  /** Codes with places, as they are now; every one has its words in both languages. */
  private List<String> errors(StrategyKey of) {
    var errors = checked(of).errors();
    assertThat(errors)
        .allSatisfy(it -> {
          assertThat(it.message(Locale.ENGLISH)).doesNotContain("{");
          assertThat(it.message(Locale.CHINESE)).doesNotContain("{");
        });
    return errors.stream().map(ModelStrategyTest::placed).toList();
  }

  private DraftRevision checked(StrategyKey of) {
    var drafts = platform.bean(Drafts.class);
    return drafts.check(drafts.latest(of));
  }

  private static String placed(Diagnostic it) {
    return it.code() + " " + it.place().element();
  }

  private Version version(StrategyKey of) {
    return switch (platform.bean(Versions.class).create(of, "", author)) {
      case CreateVersionResult.Created created -> created.version();
      case CreateVersionResult.Existing existing -> existing.version();
      case CreateVersionResult.Refused refused -> throw new AssertionError(refused);
    };
  }

  private static VersionPin pin(Version version, String model) {
    return version.pins().stream().filter(it -> it.key().equals(model)).findFirst().orElseThrow();
  }

  private Path file(Version version, String model) throws IOException {
    return platform.bean(Blobs.class).path(pin(version, model).digest());
  }

  private void release(Version version) {
    assertThat(platform.bean(Releases.class).release(version.id(), Platform.PRODUCTION, governor))
        .isInstanceOf(ReleaseResult.Released.class);
  }

  private String refusal(Version version) {
    var result = platform.bean(Releases.class).release(version.id(), Platform.PRODUCTION, governor);
    assertThat(result).isInstanceOf(ReleaseResult.Refused.class);
    return ((ReleaseResult.Refused) result).refusals().toString();
  }

  private Platform.Answer decide(String facts) {
    return platform.post(
        Platform.decisions(Platform.PRODUCTION).replace("/sme/", "/" + strategy + "/"),
        platform.key(Role.CALLER),
        "{\"subject\": \"E1\", \"facts\": " + facts + "}");
  }

  private JsonNode record(Platform.Answer answer) {
    return platform
        .get("/api/v1/decisions/" + answer.json().get("id").asString(), platform.key(Role.REVIEWER))
        .json();
  }

  private JsonNode replayed(Platform.Answer answer) {
    var id = answer.json().get("id").asString();
    return platform
        .post("/api/v1/decisions/" + id + ":replay", platform.key(Role.REVIEWER), "{}")
        .json();
  }

  private static byte[] resource(String name) throws IOException {
    try (var resource = ModelStrategyTest.class.getResourceAsStream(name)) {
      return resource.readAllBytes();
    }
  }
}
