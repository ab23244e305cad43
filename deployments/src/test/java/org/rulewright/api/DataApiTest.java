package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import tools.jackson.databind.JsonNode;

final class DataApiTest {

  private static final String INVOICES =
      """
      company,amount,paid
      A,100.50,2020-01-31
      A,200.25,2020-02-29
      B,50,2020-03-01
      B,x,2020-03-02
      """;

  private static final String PMML =
      """
      <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
      <DataDictionary><DataField name="income" optype="continuous" dataType="double"/>
      <DataField name="y" optype="continuous" dataType="double"/></DataDictionary>
      <RegressionModel functionName="regression"><MiningSchema><MiningField name="income"/>
      <MiningField name="y" usageType="target"/></MiningSchema>
      <Output><OutputField name="score" optype="continuous" dataType="double" feature="predictedValue"/></Output>
      <RegressionTable intercept="10"><NumericPredictor name="income" coefficient="0.5"/></RegressionTable>
      </RegressionModel></PMML>
      """;

  private final Platform platform = Platform.running();
  private final String strategist = platform.key(Role.STRATEGIST);

  @Test
  void aFileBecomesADataSetAndFeaturesAreDerivedFromIt() throws Exception {
    var begun =
        importFile("data_api_invoices", "{\"columns\": {\"amount\": {\"type\": \"NUMBER\"}}}");
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    var imported = finished(begun.json().get("job").asString());
    assertThat(imported.get("state").asString()).as(imported.toString()).isEqualTo("DONE");

    var dataset = platform.get("/api/v1/datasets/data_api_invoices", strategist).json();
    assertThat(dataset.get("snapshot").get("rows").asInt()).isEqualTo(3);
    assertThat(dataset.get("snapshot").get("refusedRows").asInt()).isEqualTo(1);
    var rows = platform.get("/api/v1/datasets/data_api_invoices/rows?limit=1", strategist).json();
    assertThat(rows.get("rows").get(0).get("values").get("amount").decimalValue())
        .isEqualByComparingTo("100.50");

    var derived =
        platform.post(
            "/api/v1/datasets:derive",
            strategist,
            "{\"key\": \"data_api_features\", \"subject\": \"company\", \"sql\": \"select company, sum(amount) as sales from data_api_invoices group by company\"}");
    assertThat(derived.status()).as(derived.body()).isEqualTo(202);
    assertThat(finished(derived.json().get("job").asString()).get("state").asString())
        .isEqualTo("DONE");
    var sales = platform.get("/api/v1/datasets/data_api_features/rows", strategist).json();
    assertThat(sales.get("total").asInt()).isEqualTo(2);
  }

  @Test
  void aModelFileIsProvenOnItsExpectedScoresAndListed() throws Exception {
    var kept =
        platform.uploadModel(strategist, "data_api_risk", PMML, "income,expected_score\n3,11.5\n");
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    assertThat(kept.json().get("selfTest").get("rows").asInt()).isEqualTo(1);

    var model = platform.get("/api/v1/models/data_api_risk", strategist).json();
    assertThat(model.get("versions").get(0).get("inputs").get(0).get("name").asString())
        .isEqualTo("income");
    assertThat(platform.get("/api/v1/models", strategist).json().get("models").toString())
        .contains("data_api_risk");
    assertThat(platform.get("/api/v1/models/data_api_nothing", strategist).status()).isEqualTo(404);
  }

  @Test
  void aModelThatDisagreesWithItsExpectedScoresIsRefused() throws Exception {
    var refused =
        platform.uploadModel(strategist, "data_api_wrong", PMML, "income,expected_score\n3,12\n");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("unreadable-data");
    assertThat(refused.json().get("detail").asString()).contains("score", "11.5", "12");
    assertThat(platform.get("/api/v1/models/data_api_wrong", strategist).status()).isEqualTo(404);
  }

  @Test
  void aFileBecomesALookUpTableWithVersionsAndRows() throws Exception {
    var file = "code,risk\nC13,0.35\nJ66,0.10\n";
    var begun = platform.importLookup(strategist, "data_api_industry", "code", file);
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    var imported = finished(begun.json().get("job").asString());
    assertThat(imported.get("result").get("version").asInt()).as(imported.toString()).isEqualTo(1);

    var found = platform.get("/api/v1/lookups/data_api_industry", strategist).json();
    assertThat(found.get("version").get("keys").get(0).get("name").asString()).isEqualTo("code");
    var rows = "/api/v1/lookups/data_api_industry/versions/1/rows?offset=1";
    var page = platform.get(rows, strategist).json();
    assertThat(page.get("total").asInt()).isEqualTo(2);
    assertThat(page.get("rows").get(0).get("values").get("risk").decimalValue())
        .isEqualByComparingTo("0.10");

    var wrong = platform.importLookup(strategist, "data_api_industry", "nothing", file);
    assertThat(wrong.status()).isEqualTo(422);
    var twice = platform.importLookup(strategist, "data_api_industry", "code", file + "C13,1\n");
    var refused = finished(twice.json().get("job").asString()).get("result");
    assertThat(refused.get("version").isNull()).isTrue();
    assertThat(refused.get("findings").get(0).get("line").asInt()).isEqualTo(4);
    assertThat(platform.get("/api/v1/lookups/none", strategist).status()).isEqualTo(404);
  }

  @Test
  void aWrongSelectIsToldWithItsPlace() {
    var answer =
        platform.post(
            "/api/v1/datasets:derive",
            strategist,
            "{\"key\": \"nothing\", \"subject\": \"a\", \"sql\": \"select a\\nfrom nowhere\"}",
            "Accept-Language",
            "en");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Line 2");
  }

  @Test
  void aFeatureIsAddedOnce() {
    var body =
        "{\"name\": \"api_sales\", \"labelZh\": \"销售额\", \"labelEn\": \"Sales\", \"type\": \"NUMBER\", \"unit\": \"CNY\"}";

    assertThat(platform.post("/api/v1/features", strategist, body).status()).isEqualTo(201);
    assertThat(platform.post("/api/v1/features", strategist, body).status()).isEqualTo(409);
    assertThat(
            platform.get("/api/v1/features/api_sales", strategist).json().get("labelZh").asString())
        .isEqualTo("销售额");
    assertThat(platform.post("/api/v1/features", strategist, "{\"name\": \"1\"}").status())
        .isEqualTo(400);
  }

  private Platform.Answer importFile(String key, String options) {
    var body =
        part("key", key)
            + part("options", options)
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"invoices.csv\"\r\n\r\n"
            + INVOICES
            + "\r\n--b--\r\n";
    return platform.send(
        platform
            .request("/api/v1/datasets")
            .header("Authorization", "Bearer " + strategist)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static String part(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private JsonNode finished(String job) throws InterruptedException {
    var patience = Instant.now().plus(Duration.ofSeconds(60));
    while (true) {
      var now = platform.get("/api/v1/jobs/" + job, strategist).json();
      var state = now.get("state").asString();
      if (!state.equals("QUEUED") && !state.equals("RUNNING")) {
        return now;
      }
      assertThat(Instant.now()).as("job %s is %s", job, state).isBefore(patience);
      Thread.sleep(100);
    }
  }
}
