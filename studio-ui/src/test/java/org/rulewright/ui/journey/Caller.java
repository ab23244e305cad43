package org.rulewright.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another system that asks the studio for decisions. */
record Caller(String address, String key) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** An enterprise of grade A, yet not of the best: the second row of the table of rates. */
  private static final Map<String, Object> FACTS =
      Map.ofEntries(
          Map.entry("requestedAmount", 500_000),
          Map.entry("annualSales", 8_000_000),
          Map.entry("activeMonths", 30),
          Map.entry("customers", 40),
          Map.entry("suppliers", 20),
          Map.entry("cancelledShare", 0.03),
          Map.entry("topCustomerShare", 0.2),
          Map.entry("daysSinceLastSale", 10),
          Map.entry("taxRating", "A"),
          Map.entry("courtCases", 0),
          Map.entry("insuredMonths", 36),
          Map.entry("overdueTax", 0),
          Map.entry("dishonest", false));

  /** A decision on the demonstration's strategy. */
  JsonNode decide(String subject) throws IOException, InterruptedException {
    return decide("production", "sme-working-capital", subject, FACTS);
  }

  JsonNode decide(String environment, String strategy, String subject, Map<String, ?> facts)
      throws IOException, InterruptedException {
    var path = "/api/v1/environments/" + environment + "/strategies/" + strategy + "/decisions";
    var body = JSON.writeValueAsString(Map.of("subject", subject, "facts", facts));
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(address + path))
                  .header("Authorization", "Bearer " + key)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
      return JSON.readTree(answer.body());
    }
  }
}
