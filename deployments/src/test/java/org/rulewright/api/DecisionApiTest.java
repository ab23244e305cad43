package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DecisionApiTest {

  private static final long GATE = 815;

  private final Platform platform = Platform.running();

  @Test
  void aGoodEnterpriseIsApproved() {
    var answer =
        platform.decide(
            "{\"subject\": \"A\", \"facts\": {\"sales\": 1200000.50, \"years\": 6, \"founded\": \"2019-05-01\"}}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var json = answer.json();
    assertThat(json.get("verdict").asString()).isEqualTo("APPROVE");
    assertThat(json.get("outputs").get("rate").decimalValue()).isEqualByComparingTo("0.0465");
    assertThat(json.get("reasons").get(0).get("code").asString()).isEqualTo("GOOD_SALES");
    assertThat(json.get("reasons").get(0).get("text").asString()).isEqualTo("销售额良好");
    assertThat(json.get("release").asString()).hasSize(64);
    assertThat(json.get("arm").asString()).isEqualTo("full");
    assertThat(json.has("explanation")).isFalse();
    assertThat(UUID.fromString(json.get("id").asString()).version()).isEqualTo(7);
  }

  @Test
  void reasonsFollowTheCallersLanguage() {
    var body = "{\"subject\": \"A\", \"facts\": {\"sales\": 1200000, \"years\": 6}}";

    assertThat(platform.decide(body, "Accept-Language", "en-GB,en;q=0.9").body())
        .contains("Good sales");
    assertThat(platform.decide(body, "Accept-Language", "fr").body()).contains("销售额良好");
  }

  @Test
  void aDeclinedCaseHasNoAmountAndNoRate() {
    var json =
        platform
            .decide("{\"subject\": \"A\", \"facts\": {\"sales\": 999.99, \"years\": 6}}")
            .json();

    assertThat(json.get("verdict").asString()).isEqualTo("DECLINE");
    assertThat(json.get("outputs").get("amount").decimalValue()).isEqualByComparingTo("0");
    assertThat(json.get("outputs").has("rate")).isFalse();
  }

  @Test
  void dataARuleNeededAndDidNotHaveIsAReasonOfItsOwn() {
    var missing = platform.decide("{\"subject\": \"A\", \"facts\": {\"sales\": 5000}}").json();
    var isNull =
        platform
            .decide("{\"subject\": \"A\", \"facts\": {\"sales\": 5000, \"years\": null}}")
            .json();

    assertThat(missing.get("verdict").asString()).isEqualTo("REFER");
    assertThat(missing.get("reasons").toString())
        .contains("SHORT_HISTORY")
        .contains("MISSING_DATA")
        .contains("years")
        .doesNotContain("founded");
    assertThat(isNull.get("reasons").toString()).contains("MISSING_DATA");
  }

  @Test
  void whereNoRuleAnswersAPersonHasToLook() {
    var json =
        platform
            .decide("{\"subject\": \"A\", \"facts\": {\"sales\": 900000, \"years\": 1}}")
            .json();

    assertThat(json.get("verdict").asString()).isEqualTo("REFER");
    assertThat(json.get("reasons").get(0).get("code").asString()).isEqualTo("NO_VERDICT");
  }

  @Test
  void anOutputThatIsNotWhatItsNamePromisesIsAnEngineError() {
    var answer =
        platform.decide("{\"subject\": \"A\", \"facts\": {\"sales\": 4711, \"years\": 1}}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("verdict").asString()).isEqualTo("REFER");
    assertThat(answer.json().get("reasons").toString()).contains("ENGINE_ERROR");
    var record = open(answer.json().get("id").asString());
    assertThat(record.get("problems").toString()).contains("MAYBE");
  }

  @Test
  void theExplanationNamesTheRulesThatMatched() {
    var json =
        platform
            .decide(
                "{\"subject\": \"A\", \"facts\": {\"sales\": 5000, \"years\": 4}, \"explain\": true}")
            .json();

    var step = json.get("explanation").get("steps").get(0);
    assertThat(step.get("decision").asString()).isEqualTo("Answer");
    assertThat(step.get("rules").get(0).asString()).isEqualTo("rule_good");
  }

  @Test
  void everyWrongFactHasAProblemOfItsOwn() {
    var answer =
        platform.decide(
            "{\"subject\": \"A\", \"facts\": {\"sales\": \"much\", \"years\": true, \"colour\": 1}}",
            "Accept-Language",
            "en");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(
            answer
                .json()
                .get("problems")
                .valueStream()
                .map(problem -> problem.get("pointer").asString()))
        .containsExactlyInAnyOrder("/facts/sales", "/facts/years", "/facts/colour");
  }

  @Test
  void aRequiredFactThatIsAbsentIsAProblem() {
    var answer = platform.decide("{\"subject\": \"A\", \"facts\": {}}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("fact.missing");
  }

  @Test
  void aNulInATextIsToldAndNotAServerError() {
    assertThat(
            platform
                .decide(
                    "{\"subject\": \"A\", \"reference\": \"x\\u0000\", \"facts\": {\"sales\": 1}}")
                .status())
        .isEqualTo(422);
    assertThat(platform.decide("{\"subject\": \"A\", \"facts\": {\"sales\": \"x\\u0000\"}}").body())
        .contains("fact.nul");
  }

  @Test
  void whatIsNotJsonIsUnreadable() {
    for (var body :
        List.of(
            "",
            "{",
            "[]",
            "7",
            "{\"subject\": \"A\", \"subject\": \"B\", \"facts\": {}}",
            "{\"subject\":\"A\"} x")) {
      var answer = platform.decide(body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.contentType()).startsWith("application/problem+json");
      assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
    }
  }

  @Test
  void membersNobodyKnowsAreRefused() {
    var answer =
        platform.decide(
            "{\"subject\": \"A\", \"facts\": {\"sales\": 1}, \"asof\": \"2026-01-01T00:00:00Z\", \"explain\": \"yes\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("problems").size()).isEqualTo(2);
  }

  @Test
  void numbersGoThroughExactly() {
    var answer =
        platform.decide(
            "{\"subject\": \"exact\", \"facts\": {\"sales\": 12345678901234567890.123456789, \"years\": 3.0}}");

    var facts = open(answer.json().get("id").asString()).get("facts");
    assertThat(facts.get(0).get("value").decimalValue())
        .isEqualTo(new BigDecimal("12345678901234567890.123456789"));
  }

  @Test
  void withoutAValidKeyNothingIsAnswered() {
    var none =
        platform.send(
            platform
                .request(Platform.decisions("production"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    var wrong = platform.post(Platform.decisions("production"), "rw_" + "x".repeat(43), "{}");

    assertThat(none.status()).isEqualTo(401);
    assertThat(none.raw().headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().get("status").asInt()).isEqualTo(401);
  }

  @Test
  void aKeyWorksInItsEnvironmentsOnly() {
    var key = platform.newKey(Set.of(Role.CALLER), Set.of("test"));

    var answer =
        platform.post(
            Platform.decisions("production"),
            key,
            "{\"subject\": \"A\", \"facts\": {\"sales\": 1}}");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("test");
  }

  @Test
  void whatIsNotReleasedIsNotFound() {
    assertThat(
            platform
                .post(
                    Platform.decisions("development"),
                    platform.key(Role.CALLER),
                    "{\"subject\": \"A\", \"facts\": {\"sales\": 1}}")
                .status())
        .isEqualTo(404);
    assertThat(
            platform
                .post(
                    "/api/v1/environments/production/strategies/nobody/decisions",
                    platform.key(Role.CALLER),
                    "{\"subject\": \"A\", \"facts\": {}}")
                .status())
        .isEqualTo(404);
    assertThat(platform.post("/api/v1/nonsense", platform.key(Role.CALLER), "{}").status())
        .isEqualTo(404);
    assertThat(platform.get(Platform.decisions("production"), platform.key(Role.CALLER)).status())
        .isEqualTo(405);
  }

  @Test
  void theSameKeyGetsTheSameAnswerAndAnotherBodyIsRefused() {
    var key = "order-" + UUID.randomUUID();
    var body =
        "{\"subject\": \"A\", \"facts\": {\"sales\": 5000, \"years\": 4}, \"explain\": true}";

    var first = platform.decide(body, "Idempotency-Key", key);
    var second = platform.decide(body, "Idempotency-Key", key);
    var other = platform.decide(body + " ", "Idempotency-Key", key);

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(409);
  }

  @Test
  void aWhatIfIsRecordedUnderItsOwnChannel() {
    var json =
        platform
            .decide(
                "{\"subject\": \"A\", \"facts\": {\"sales\": 5000, \"years\": 4}, \"whatIf\": true, \"asOf\": \"2026-01-31T23:59:59+08:00\"}")
            .json();

    var record = open(json.get("id").asString());
    assertThat(record.get("channel").asString()).isEqualTo("what-if");
    assertThat(record.get("asOf").asString()).isEqualTo("2026-01-31T23:59:59+08:00");
  }

  @Test
  void noByteOfTheAnswerLeavesBeforeTheCommit() throws Exception {
    var owner = platform.owner().jdbc();
    owner
        .sql(
            "create or replace function rw.wait_at_gate() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock_shared(815); return null; end'")
        .update();
    owner
        .sql(
            "create constraint trigger gate after insert on rw.decision_digest deferrable initially deferred for each row execute function rw.wait_at_gate()")
        .update();
    try (var gate = platform.owner().dataSource().getConnection();
        var socket = new Socket("127.0.0.1", platform.port)) {
      gate.createStatement().execute("select pg_advisory_lock(" + GATE + ")");
      var body = "{\"subject\": \"A\", \"facts\": {\"sales\": 5000, \"years\": 4}}";
      socket.setSoTimeout(700);
      socket
          .getOutputStream()
          .write(
              ("POST "
                      + Platform.decisions("production")
                      + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                      + platform.key(Role.CALLER)
                      + "\r\nContent-Type: application/json\r\nContent-Length: "
                      + body.length()
                      + "\r\n\r\n"
                      + body)
                  .getBytes(StandardCharsets.US_ASCII));

      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      gate.createStatement().execute("select pg_advisory_unlock(" + GATE + ")");
      socket.setSoTimeout(10_000);
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200")
          .contains("APPROVE");
    } finally {
      owner.sql("drop trigger gate on rw.decision_digest").update();
    }
  }

  @Test
  void whatCannotBeRecordedIsNotAnswered() {
    var body = "{\"subject\": \"A\", \"facts\": {\"sales\": 5000, \"years\": 4}}";
    var owner = platform.owner().jdbc();
    owner.sql("revoke insert on rw.decision_digest from rw_app").update();
    try {
      var answer = platform.decide(body);

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.contentType()).startsWith("application/problem+json");
      assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).doesNotContain("APPROVE").doesNotContain("permission");
    } finally {
      owner.sql("grant insert on rw.decision_digest to rw_app").update();
    }
    assertThat(platform.decide(body).status()).isEqualTo(200);
  }

  @Test
  void theNextDecisionAfterAReleaseIsMadeByIt() {
    var body = "{\"subject\": \"A\", \"facts\": {\"sales\": 5000, \"years\": 4}}";
    platform.decide(body);

    var digest = platform.release(700_000);
    var json = platform.decide(body).json();

    assertThat(json.get("release").asString()).isEqualTo(digest);
    assertThat(json.get("outputs").get("amount").asInt()).isEqualTo(700_000);
  }

  @Test
  void aBatchIsAnsweredInOrderAndABadLineAlone() {
    var lines =
        """
        {"subject": "A", "facts": {"sales": 5000, "years": 4}}
        {"subject": "B", "facts": {"sales": "much"}}

        {"subject": "C", "facts": {"sales": 5000, "years": "\\u0000"}}
        nonsense
        {"subject": "D", "facts": {"sales": 1}}\
        """;

    var answers = batch(lines).lines().map(line -> JsonMapper.shared().readTree(line)).toList();

    assertThat(answers.stream().map(answer -> answer.get("line").asInt()))
        .containsExactly(1, 2, 4, 5, 6);
    assertThat(answers.get(0).get("verdict").asString()).isEqualTo("APPROVE");
    assertThat(answers.get(1).get("status").asInt()).isEqualTo(422);
    assertThat(answers.get(2).get("status").asInt()).isEqualTo(422);
    assertThat(answers.get(3).get("status").asInt()).isEqualTo(400);
    assertThat(answers.get(4).get("verdict").asString()).isEqualTo("DECLINE");
  }

  @Test
  void theWrongMediaTypeIsAProblemToo() {
    var answer =
        platform.post(Platform.decisions("production") + ":batch", platform.key(Role.CALLER), "{}");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @Test
  void aLargeBatchFromAClientThatReadsOnlyAfterItHasSentEverythingEnds() throws Exception {
    int count = 8_000;
    var line = "{\"subject\": \"batch\", \"facts\": {\"sales\": 5000, \"years\": 4}}\n";
    try (var socket = new Socket("127.0.0.1", platform.port)) {
      var body = line.repeat(count).getBytes(StandardCharsets.US_ASCII);
      var head =
          "POST "
              + Platform.decisions("production")
              + ":batch HTTP/1.0\r\nHost: x\r\nAuthorization: Bearer "
              + platform.key(Role.CALLER)
              + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      var all =
          CompletableFuture.supplyAsync(() -> {
            try {
              socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
              socket.getOutputStream().write(body);
              socket.getOutputStream().flush();
              return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          });

      var answer = all.get(120, TimeUnit.SECONDS);

      assertThat(answer).contains(" 200 ");
      assertThat(answer.lines().filter(text -> text.startsWith("{\"line\":")).count())
          .isEqualTo(count);
      assertThat(answer).contains("{\"line\":" + count + ",");
    }
  }

  @Test
  void aBatchAnswersWhileItIsStillBeingSent() throws Exception {
    try (var socket = new Socket("127.0.0.1", platform.port)) {
      socket.setSoTimeout(10_000);
      var out = socket.getOutputStream();
      var line = "{\"subject\": \"slow\", \"facts\": {\"sales\": 5000, \"years\": 4}}\n";
      out.write(
          ("POST "
                  + Platform.decisions("production")
                  + ":batch HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                  + platform.key(Role.CALLER)
                  + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
                  + 2 * line.length()
                  + "\r\n\r\n"
                  + line)
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      var in = socket.getInputStream();
      var got = new StringBuilder();
      while (got.indexOf("\"line\":1") < 0) {
        got.append((char) in.read());
      }
      out.write(line.getBytes(StandardCharsets.US_ASCII));
      out.flush();

      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("\"line\":2");
    }
  }

  @Test
  void decisionsAreFoundPageByPage() {
    var subject = "paged " + UUID.randomUUID();
    for (int number = 0; number < 5; number++) {
      platform.decide(
          "{\"subject\": \""
              + subject
              + "\", \"facts\": {\"sales\": 5000, \"years\": 4}, \"reference\": \"r"
              + number
              + "\"}");
    }
    var address =
        "/api/v1/decisions?limit=2&verdict=APPROVE&reason=GOOD_SALES&environment=production&strategy=sme&from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z&subject="
            + subject.replace(" ", "%20");

    var found = new ArrayList<String>();
    var page = platform.get(address, platform.key(Role.REVIEWER)).json();
    while (true) {
      page.get("decisions").forEach(decision -> found.add(decision.get("reference").asString()));
      if (page.get("next").isNull()) {
        break;
      }
      page =
          platform
              .get(address + "&cursor=" + page.get("next").asString(), platform.key(Role.REVIEWER))
              .json();
    }

    assertThat(found).containsExactly("r4", "r3", "r2", "r1", "r0");
  }

  @Test
  void aWrongParameterOfASearchIsNamed() {
    for (var parameter : List.of("limit=0", "limit=x", "from=yesterday", "cursor=7")) {
      var answer = platform.get("/api/v1/decisions?" + parameter, platform.key(Role.REVIEWER));
      assertThat(answer.status()).as(parameter).isEqualTo(400);
      assertThat(answer.body()).contains(parameter.split("=")[0]);
    }
  }

  @Test
  void aDecisionReplaysIdenticallyOnItsOwnRelease() {
    var json =
        platform
            .decide(
                "{\"subject\": \"A\", \"facts\": {\"sales\": 5000, \"founded\": \"2020-02-29\"}}")
            .json();
    var id = json.get("id").asString();

    var replay =
        platform.post("/api/v1/decisions/" + id + ":replay", platform.key(Role.REVIEWER), "{}");

    assertThat(replay.status()).as(replay.body()).isEqualTo(200);
    assertThat(replay.json().get("identical").asBoolean()).as(replay.body()).isTrue();
  }

  @Test
  void aDecisionSaysWhyTheOtherRulesDidNotMatch() {
    var id =
        platform
            .decide("{\"subject\": \"A\", \"facts\": {\"sales\": 5000, \"years\": 2}}")
            .json()
            .get("id")
            .asString();

    var explained =
        platform.post("/api/v1/decisions/" + id + ":explain", platform.key(Role.REVIEWER), "");

    assertThat(explained.status()).as(explained.body()).isEqualTo(200);
    var step = explained.json().get("steps").get(0);
    assertThat(step.get("matched")).as(explained.body()).hasSize(1);
    assertThat(step.get("matched").get(0).asInt()).isEqualTo(4);
    var low = step.get("nearest").get(0);
    assertThat(low.get("id").asString()).isEqualTo("rule_low");
    assertThat(low.get("failed").get(0).get("condition").asString()).isEqualTo("< 1000");
    assertThat(low.get("failed").get(0).get("distance").get("by").decimalValue())
        .isEqualByComparingTo("-4000");
  }

  @Test
  void anUnknownDecisionIsNotFound() {
    assertThat(
            platform
                .get("/api/v1/decisions/" + UUID.randomUUID(), platform.key(Role.REVIEWER))
                .status())
        .isEqualTo(404);
    assertThat(platform.get("/api/v1/decisions/7", platform.key(Role.REVIEWER)).status())
        .isEqualTo(404);
  }

  @Test
  void aModelIsTriedOnTheWorkbench() throws Exception {
    var dmn =
        new String(
                Platform.class.getResourceAsStream("sme.dmn").readAllBytes(),
                StandardCharsets.UTF_8)
            .replace("AMOUNT", "1");
    var id = upload(dmn);
    assertThat(id.statusCode()).as(id.body()).isEqualTo(201);
    var address =
        "/api/v1/workbench/models/"
            + JsonMapper.shared().readTree(id.body()).get("id").asString()
            + "/evaluate";
    for (var engine : List.of("null", "\"compiled\"", "\"kie\"")) {
      var answer =
          platform.post(
              address,
              platform.key(Role.STRATEGIST),
              "{\"decision\": \"Answer\", \"service\": null, \"inputs\": {\"sales\": 1, \"years\": 2, \"founded\": \"2020-01-01\"}, \"engine\": "
                  + engine
                  + "}");
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.json().get("result").get("verdict").asString()).isEqualTo("DECLINE");
    }
    assertThat(
            platform
                .post(
                    address,
                    platform.key(Role.STRATEGIST),
                    "{\"decision\": \"Nobody\", \"inputs\": {}}")
                .status())
        .isEqualTo(404);
    assertThat(upload("<a/>").statusCode()).isEqualTo(422);
  }

  @Test
  void otherResourcesAnswer() {
    var strategist = platform.key(Role.STRATEGIST);
    assertThat(platform.get("/api/v1/strategies", strategist).body()).contains("小微企业");
    assertThat(
            platform
                .get("/api/v1/strategies/sme/versions", strategist)
                .json()
                .get("versions")
                .size())
        .isPositive();
    assertThat(platform.get("/api/v1/strategies/sme/versions/1", strategist).body())
        .contains("rule_good");
    assertThat(
            platform
                .get("/api/v1/environments/production/history", strategist)
                .json()
                .get("active")
                .get(0)
                .get("strategy")
                .asString())
        .isEqualTo("sme");
    assertThat(
            platform
                .get("/api/v1/environments/production/history?at=2020-01-01T00:00:00Z", strategist)
                .json()
                .get("active")
                .size())
        .isZero();
    assertThat(platform.get("/api/v1/installation/key", strategist).body())
        .contains("BEGIN PUBLIC KEY");
    assertThat(platform.get("/api/v1/jobs/" + UUID.randomUUID(), strategist).status())
        .isEqualTo(404);
  }

  private HttpResponse<String> upload(String dmn) throws Exception {
    var body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"m.dmn\"\r\nContent-Type: application/xml\r\n\r\n"
            + dmn
            + "\r\n--b--\r\n";
    return platform.http.send(
        platform
            .request("/api/v1/workbench/models")
            .header("Authorization", "Bearer " + platform.key(Role.STRATEGIST))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String batch(String lines) {
    var answer =
        platform.send(
            platform
                .request(Platform.decisions("production") + ":batch")
                .header("Authorization", "Bearer " + platform.key(Role.CALLER))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private JsonNode open(String id) {
    var answer = platform.get("/api/v1/decisions/" + id, platform.key(Role.REVIEWER));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
