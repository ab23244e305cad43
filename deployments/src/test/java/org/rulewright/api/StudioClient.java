package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rulewright.access.Role;
import org.rulewright.serving.Json;
import tools.jackson.databind.JsonNode;

/** What a strategist's script does over the public API: bring data in, derive, run. */
final class StudioClient {
  private static final Duration PATIENCE =
      Duration.ofMinutes(Integer.getInteger("rulewright.patience.minutes", 5));

  private final Platform platform;
  private final String key;

  StudioClient(Platform platform) {
    this.platform = platform;
    this.key = platform.key(Role.STRATEGIST);
  }

  /** Sends a file as it is; returns the job that imports it. */
  String importFile(String dataset, Path file, String options) throws FileNotFoundException {
    var address =
        "/api/v1/datasets?key=%s&fileName=%s&policy=REFUSE_ALL&options=%s"
            .formatted(dataset, encoded(file.getFileName().toString()), encoded(options));
    var answer =
        platform.send(
            platform
                .request(address)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build());
    return accepted(answer).get("job").asString();
  }

  String derive(String dataset, String sql, String subject) {
    var body = Map.of("key", dataset, "sql", sql, "subject", subject);
    return accepted(post("/api/v1/datasets:derive", body)).get("job").asString();
  }

  /** Returns the run with its figures when it has ended. */
  JsonNode run(Map<String, ?> request) throws InterruptedException {
    var begun = accepted(post("/api/v1/portfolio-runs", request));
    await(begun.get("job").asString());
    return get("/api/v1/portfolio-runs/" + begun.get("id").asString());
  }

  List<JsonNode> rowsOf(JsonNode run) {
    return rows("/api/v1/portfolio-runs/" + run.get("id").asString() + "/rows");
  }

  List<JsonNode> rowsOf(String dataset) {
    return rows("/api/v1/datasets/" + dataset + "/rows?limit=1000").stream()
        .map(row -> row.get("values"))
        .toList();
  }

  private List<JsonNode> rows(String address) {
    var rows = new ArrayList<JsonNode>();
    get(address).get("rows").forEach(rows::add);
    return rows;
  }

  JsonNode get(String address) {
    var answer = platform.get(address, key);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  Platform.Answer post(String address, Map<String, ?> body) {
    return platform.post(address, key, Json.MAPPER.writeValueAsString(body));
  }

  /** Waits for a job and demands that it came to its end. */
  JsonNode await(String job) throws InterruptedException {
    var end = Instant.now().plus(PATIENCE);
    while (true) {
      var now = get("/api/v1/jobs/" + job);
      var state = now.get("state").asString();
      if (!state.equals("QUEUED") && !state.equals("RUNNING")) {
        assertThat(state).as(now.toString()).isEqualTo("DONE");
        return now;
      }
      assertThat(Instant.now()).as("job %s is %s", job, state).isBefore(end);
      Thread.sleep(100);
    }
  }

  private static JsonNode accepted(Platform.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return answer.json();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
