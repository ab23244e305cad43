package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.DraftEdit;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.release.ReleaseResult;
import org.rulewright.release.Releases;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Reuse;
import org.rulewright.version.Version;
import org.rulewright.version.Versions;

/** A strategy that uses the rules of another, released, decided by and replayed. */
final class ImportApiTest {

  private static final int OLD_ENOUGH = 10;

  private final Platform platform = Platform.running();
  private final Actor author = platform.person(Role.STRATEGIST);
  private final Actor governor = platform.person(Role.GOVERNOR);
  private final StrategyKey library = created();
  private final StrategyKey user = created();

  @Test
  void rulesOfAnotherStrategyAreReleasedDecidedByAndReplayedUntilNewerOnesAreTaken() {
    version(library);
    use(1);
    var before = version(user);
    release(before);

    var approved = decide();
    assertThat(approved.json().get("verdict").asString()).isEqualTo("APPROVE");
    var trace = record(approved).get("trace");
    assertThat(trace.findValuesAsString("decisionId"))
        .containsExactly(
            "https://rulewright.org/strategy/" + library + "#decision_verdict", "decision_verdict");
    assertThat(trace.get(0).get("hits")).as(trace.toString()).hasSize(1);

    stricter();
    assertThat(version(library).number()).isEqualTo(2);
    assertThat(decide().json().get("verdict").asString()).isEqualTo("APPROVE");

    var line = platform.bean(Reuse.class).usedBy(head(user).dmn()).getFirst();
    assertThat(line.canBeNewer()).isTrue();
    saved(
        platform
            .bean(Reuse.class)
            .take(
                head(user),
                Objects.requireNonNull(line.newest()),
                line.line().namespace(),
                "",
                author));
    release(version(user));
    assertThat(decide().json().get("verdict").asString()).isEqualTo("REFER");

    var replay =
        platform.post(
            "/api/v1/decisions/" + approved.json().get("id").asString() + ":replay",
            platform.key(Role.REVIEWER),
            "{}");
    assertThat(replay.json().get("identical").asBoolean()).as(replay.body()).isTrue();
  }

  @Test
  void whoUsesAStrategyAndWhatAVersionImportsAreToldToStrategistsAlone() {
    version(library);
    use(1);
    var made = version(user);
    var path = "/api/v1/strategies/" + library + "/uses";

    var uses = platform.get(path, platform.key(Role.STRATEGIST)).json().get("uses");
    assertThat(uses).hasSize(1);
    assertThat(uses.get(0).get("strategy").asString()).isEqualTo(user.value());
    assertThat(uses.get(0).get("draft").asInt()).isEqualTo(1);
    assertThat(uses.get(0).get("versions").get(0).get("uses").asInt()).isEqualTo(1);
    assertThat(platform.get(path, platform.key(Role.CALLER)).status()).isEqualTo(403);
    assertThat(
            platform.get("/api/v1/strategies/nobody/uses", platform.key(Role.STRATEGIST)).status())
        .isEqualTo(404);

    var pins =
        platform
            .get(
                "/api/v1/strategies/" + user + "/versions/" + made.number(),
                platform.key(Role.STRATEGIST))
            .json()
            .get("pins");
    assertThat(pins.get(0).get("kind").asString()).isEqualTo("STRATEGY");
    assertThat(pins.get(0).get("key").asString()).isEqualTo(library.value());
    assertThat(pins.get(0).get("digest").asString()).hasSize(64);
  }

  private StrategyKey created() {
    var key = new StrategyKey("rules-" + UUID.randomUUID().toString().substring(0, 8));
    var wanted = new NewStrategy(key, "规则", "Rules", "");
    assertThat(platform.bean(Strategies.class).create(wanted, author))
        .isInstanceOf(CreateStrategyResult.Created.class);
    return key;
  }

  private void use(int number) {
    var wanted = new Reuse.Wanted(library, number, List.of("verdict"), "verdict");
    saved(platform.bean(Reuse.class).use(head(user), wanted, "", author).orElseThrow());
    var head = head(user);
    var name = platform.bean(Reuse.class).usedBy(head.dmn()).getFirst().line().name();
    save(
        head,
        text(head)
            .replaceAll(
                "(?s)<decisionTable.*</decisionTable>",
                "<literalExpression id=\"handed_on\"><text>"
                    + name
                    + ".verdict</text></literalExpression>"));
  }

  private void stricter() {
    var head = head(library);
    save(head, text(head).replace("&gt;= 2<", "&gt;= 30<").replace(">= 2<", ">= 30<"));
  }

  private void save(DraftRevision head, String dmn) {
    var edit =
        new DraftEdit(head.number(), dmn.getBytes(StandardCharsets.UTF_8), head.contract(), "", "");
    saved(platform.bean(Drafts.class).save(head.strategy(), edit, author));
  }

  private static void saved(SaveResult result) {
    assertThat(result).isInstanceOf(SaveResult.Saved.class);
  }

  private DraftRevision head(StrategyKey key) {
    return platform.bean(Drafts.class).latest(key);
  }

  private static String text(DraftRevision revision) {
    return new String(revision.dmn(), StandardCharsets.UTF_8);
  }

  private Version version(StrategyKey key) {
    var made = platform.bean(Versions.class).create(key, "", author);
    assertThat(made).isInstanceOf(CreateVersionResult.Created.class);
    return ((CreateVersionResult.Created) made).version();
  }

  private void release(Version version) {
    assertThat(platform.bean(Releases.class).release(version.id(), Platform.PRODUCTION, governor))
        .isInstanceOf(ReleaseResult.Released.class);
  }

  private Platform.Answer decide() {
    var answer =
        platform.post(
            "/api/v1/environments/production/strategies/" + user + "/decisions",
            platform.key(Role.CALLER),
            "{\"subject\": \"s\", \"facts\": {\"yearsInBusiness\": " + OLD_ENOUGH + "}}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private tools.jackson.databind.JsonNode record(Platform.Answer decision) {
    return platform
        .get(
            "/api/v1/decisions/" + decision.json().get("id").asString(),
            platform.key(Role.REVIEWER))
        .json();
  }
}
