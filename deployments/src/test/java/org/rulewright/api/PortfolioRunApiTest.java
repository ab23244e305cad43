package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.access.Role;
import org.rulewright.serving.Json;

final class PortfolioRunApiTest {
  private static final String RUNS = "/api/v1/portfolio-runs";
  private static final String DATASET = "portfolio_api_enterprises";

  private final Platform platform = Platform.running();
  private final StudioClient client = new StudioClient(platform);

  @TempDir private Path folder;

  @BeforeEach
  void threeEnterprises() throws IOException, InterruptedException {
    var file = folder.resolve("enterprises.csv");
    Files.writeString(file, "code,sales,years\nA,1200000,6\nB,10,6\nC,5000,\n");
    client.await(client.importFile(DATASET, file, ""));
  }

  @Test
  void eachRowIsDecidedAndListedByItsVerdict() throws InterruptedException {
    var run = client.run(request());

    assertThat(run.get("summary").get("rows").asInt()).isEqualTo(3);
    assertThat(run.get("summary").get("problems").asInt()).isZero();
    assertThat(run.get("summary").get("declined").asInt()).isEqualTo(1);
    var declined = client.get(RUNS + "/" + run.get("id").asString() + "/rows?verdict=DECLINE");
    assertThat(declined.get("rows").size()).isEqualTo(1);
    assertThat(declined.get("rows").get(0).get("subject").asString()).isEqualTo("B");
  }

  @Test
  void aRunOfAnotherEnvironmentIsNotShown() throws InterruptedException {
    var run = client.run(request());
    var key = platform.newKey(Set.of(Role.STRATEGIST), Set.of("test"));

    assertThat(platform.get(RUNS + "/" + run.get("id").asString(), key).status()).isEqualTo(404);
    assertThat(platform.post(RUNS, key, Json.MAPPER.writeValueAsString(request())).status())
        .isEqualTo(403);
  }

  @Test
  void whatCannotRunIsRefusedWithItsReason() {
    assertRefused(Map.of("dataset", "nowhere"), 404, "nowhere");
    assertRefused(Map.of("environment", "development"), 404, "development");
    assertRefused(Map.of("subject", "name"), 422, "name");
    assertRefused(Map.of("withheld", List.of("sales", "years")), 422, "withheld");
    assertRefused(Map.of("budget", Map.of("total", 0)), 400, "budget");
    assertRefused(
        Map.of("budget", Map.of("total", -1, "defaultProbabilities", Map.of())), 400, "budget");
    assertRefused(Map.of("withhold", List.of("sales")), 400, "withheld");
    assertThat(client.post(RUNS, Map.of()).status()).isEqualTo(400);
    assertThat(platform.post(RUNS, platform.key(Role.STRATEGIST), "null").status()).isEqualTo(400);
    assertThat(
            platform
                .get(RUNS + "/" + UUID.randomUUID() + "/rows", platform.key(Role.STRATEGIST))
                .status())
        .isEqualTo(404);
  }

  private void assertRefused(Map<String, ?> changes, int status, String named) {
    var request = request();
    request.putAll(changes);
    var answer = client.post(RUNS, request);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body()).contains(named);
  }

  private static Map<String, @Nullable Object> request() {
    var request = new HashMap<String, @Nullable Object>();
    request.put("environment", Platform.PRODUCTION);
    request.put("strategy", Platform.SME.value());
    request.put("dataset", DATASET);
    request.put("subject", "code");
    return request;
  }
}
