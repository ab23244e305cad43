package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.CreateStrategyResult;
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
import org.rulewright.release.ReleaseResult;
import org.rulewright.release.Releases;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Differences;
import org.rulewright.version.Version;
import org.rulewright.version.VersionPin;
import org.rulewright.version.Versions;
import tools.jackson.databind.JsonNode;

/** A strategy with a flow and a look-up table, from files to decisions and back. */
final class FlowApiTest {

  private static final String INDUSTRIES = "code,risk\nC13,0.25\nK70,0.8\nX99,0.95\n";

  private final Platform platform = Platform.running();
  private final String key = platform.key(Role.STRATEGIST);
  private final Actor author = platform.person(Role.STRATEGIST);
  private final Actor governor = platform.person(Role.GOVERNOR);
  private final String table = "industry-" + UUID.randomUUID().toString().substring(0, 8);
  private final StrategyKey strategy =
      new StrategyKey("flow-" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void aFlowIsImportedVersionedReleasedDecidedByAndReplayed() throws Exception {
    importTable(INDUSTRIES);
    var version = version(imported());
    assertThat(version.pins()).extracting(VersionPin::key).containsExactly(table);
    assertThat(version.digest()).isNotEqualTo(version.content().digest());
    release(version);

    var approved = decide("{\"sales\": 5000, \"industryCode\": \"C13\"}");
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    assertThat(approved.json().get("verdict").asString()).isEqualTo("APPROVE");
    assertThat(approved.json().get("outputs").get("amount").decimalValue())
        .isEqualByComparingTo("3750");
    var referred = decide("{\"sales\": 5000, \"industryCode\": \"nobody\"}");
    assertThat(referred.json().get("verdict").asString()).isEqualTo("REFER");
    assertThat(referred.json().get("reasons").get(0).get("code").asString())
        .isEqualTo("UNKNOWN_INDUSTRY");
    assertThat(decide("{\"sales\": 1, \"industryCode\": \"K70\"}").json().get("verdict").asString())
        .isEqualTo("DECLINE");

    var record = record(approved);
    var row = record.get("lookups").get(table + "[\"C13\"]");
    assertThat(row.get("row").asInt()).isEqualTo(1);
    assertThat(row.get("values").get("risk").decimalValue()).isEqualByComparingTo("0.25");
    assertThat(record(referred).get("lookups").get(table + "[\"nobody\"]").isNull()).isTrue();
    assertThat(record.get("trace").findValuesAsString("decisionId"))
        .containsSubsequence("start", "industry", table, "known", "offer", "d_offer", "done");

    explainsEachStep(referred, decide("{\"sales\": 900, \"industryCode\": \"C13\"}"));

    importTable(INDUSTRIES.replace("0.25", "0.99"));
    assertThat(
            decide("{\"sales\": 5000, \"industryCode\": \"C13\"}").json().get("verdict").asString())
        .as("what is released keeps what it pins")
        .isEqualTo("APPROVE");
    for (var answer : List.of(approved, referred)) {
      var replay =
          platform.post(
              "/api/v1/decisions/" + answer.json().get("id").asString() + ":replay",
              platform.key(Role.REVIEWER),
              "{}");
      assertThat(replay.json().get("identical").asBoolean()).as(replay.body()).isTrue();
    }

    var next = version(strategy);
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.content()).isEqualTo(version.content());
    assertThat(Differences.between(version, next).changes())
        .extracting(it -> it.subject().name())
        .containsExactly("PIN");
    release(next);
    var other = decide("{\"sales\": 5000, \"industryCode\": \"C13\"}");
    assertThat(other.json().get("verdict").asString()).isEqualTo("REFER");
  }

  /** Why a flow went its way: the gateway with what it read, and inside the task its table. */
  private void explainsEachStep(Platform.Answer referred, Platform.Answer declined) {
    var gate = explanation(referred).get(2);
    assertThat(gate.get("decision").asString()).isEqualTo("Known industry?");
    var ways = gate.get("ways");
    assertThat(ways.get(0).get("flow").asString()).isEqualTo("f_known");
    assertThat(ways.get(0).get("answer").asString()).isEqualTo("FAILS");
    assertThat(ways.get(0).get("taken").asBoolean()).isFalse();
    assertThat(ways.get(0).get("values").get("industry").isNull()).isTrue();
    assertThat(ways.get(1).get("taken").asBoolean()).isTrue();
    var looked = explanation(referred).get(1);
    assertThat(looked.get("given").get("code").asString()).isEqualTo("nobody");
    assertThat(looked.get("steps").get(0).get("kind").asString()).isEqualTo("LOOKUP");

    var offer = explanation(declined).get(3);
    assertThat(offer.get("calls").asString()).isEqualTo("Offer");
    var table = offer.get("steps").get(0);
    assertThat(table.get("matched")).as(table.toString()).hasSize(1);
    var missed = table.get("nearest").get(1).get("failed").get(0);
    assertThat(missed.get("value").decimalValue()).isEqualByComparingTo("900");
    assertThat(missed.get("distance").get("by").decimalValue()).isEqualByComparingTo("100");
  }

  private JsonNode explanation(Platform.Answer decision) {
    var answer =
        platform.post(
            "/api/v1/decisions/" + decision.json().get("id").asString() + ":explain",
            platform.key(Role.REVIEWER),
            "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().get("steps");
  }

  @Test
  void aTableChangedOnTheDiskIsNeverReleased() throws Exception {
    importTable(INDUSTRIES);
    var version = version(imported());
    var file = platform.bean(Blobs.class).path(version.pins().getFirst().digest());
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length - 3] ^= 1;
    Files.write(file, bytes);

    var result = platform.bean(Releases.class).release(version.id(), Platform.PRODUCTION, governor);

    assertThat(result).isInstanceOf(ReleaseResult.Refused.class);
    assertThat(result.toString()).contains("DOES_NOT_COMPILE");
  }

  @Test
  void aFlowThatMayNotRunIsKeptWithItsReasonsAndNeverVersioned() throws Exception {
    importTable(INDUSTRIES);
    var made = imported();
    var script =
        text("flow.bpmn")
            .replace("LOOKUP", table)
            .replaceAll(
                "(?s)<bpmn:businessRuleTask.*</bpmn:businessRuleTask>",
                "<bpmn:scriptTask id=\"offer\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>");
    var drafts = platform.bean(Drafts.class);
    var head = drafts.latest(made);

    var saved = drafts.importModel(made, head.number(), bytes(script), "tab", "x.bpmn", author);

    assertThat(((SaveResult.Saved) saved).revision().errors())
        .extracting(it -> it.place().element())
        .contains("offer");
    assertThat(platform.bean(Versions.class).create(made, "", author))
        .isInstanceOf(CreateVersionResult.Refused.class);
  }

  @Test
  void aMissingLookUpTableIsAnErrorOfTheDraft() throws Exception {
    var created = imported();

    assertThat(platform.bean(Drafts.class).latest(created).errors())
        .extracting(Diagnostic::code)
        .contains("dmn.lookup-unknown", "flow.unknown-callee");
  }

  private StrategyKey imported() throws IOException {
    var wanted = new NewStrategy(strategy, "流程", "Flow", "test");
    var contract =
        new StrategyContract(
            "Credit flow",
            List.of(
                new ContractInput("sales", FactType.NUMBER, true),
                new ContractInput("risk", FactType.NUMBER, false),
                new ContractInput("industryCode", FactType.TEXT, true)),
            List.of(new Reason("UNKNOWN_INDUSTRY", "行业未知", "Unknown industry")));
    var dmn = bytes(text("flow.dmn").replace("LOOKUP", table));
    var created = platform.bean(Strategies.class).create(wanted, dmn, contract, author);
    assertThat(created).isInstanceOf(CreateStrategyResult.Created.class);
    var bpmn = bytes(text("flow.bpmn").replace("LOOKUP", table));
    var saved =
        platform.bean(Drafts.class).importModel(strategy, 1, bpmn, "tab", "flow.bpmn", author);
    assertThat(saved).isInstanceOf(SaveResult.Saved.class);
    assertThat(((SaveResult.Saved) saved).revision().content().bpmn().orElseThrow())
        .isEqualTo(bpmn);
    return strategy;
  }

  private Version version(StrategyKey of) {
    return switch (platform.bean(Versions.class).create(of, "", author)) {
      case CreateVersionResult.Created created -> created.version();
      case CreateVersionResult.Existing existing -> existing.version();
      case CreateVersionResult.Refused refused -> throw new AssertionError(refused);
    };
  }

  private void release(Version version) {
    assertThat(platform.bean(Releases.class).release(version.id(), Platform.PRODUCTION, governor))
        .isInstanceOf(ReleaseResult.Released.class);
  }

  private Platform.Answer decide(String facts) {
    return platform.post(
        Platform.decisions(Platform.PRODUCTION).replace("/sme/", "/" + strategy + "/"),
        platform.key(Role.CALLER),
        "{\"subject\": \"E1\", \"facts\": " + facts + "}");
  }

  private tools.jackson.databind.JsonNode record(Platform.Answer answer) {
    return platform
        .get("/api/v1/decisions/" + answer.json().get("id").asString(), platform.key(Role.REVIEWER))
        .json();
  }

  private void importTable(String csv) throws InterruptedException {
    var begun = platform.importLookup(key, table, "code", csv);
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    var job = begun.json().get("job").asString();
    var patience = Instant.now().plus(Duration.ofSeconds(60));
    var state = "";
    while (!state.equals("DONE")) {
      assertThat(Instant.now()).as("job is %s", state).isBefore(patience);
      Thread.sleep(50);
      state = platform.get("/api/v1/jobs/" + job, key).json().get("state").asString();
    }
  }

  private static String text(String name) throws IOException {
    try (var resource = FlowApiTest.class.getResourceAsStream(name)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
