package org.rulewright.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A script that has the demonstration's strategy decide. */
final class Caller implements AutoCloseable {

  private static final String DECISIONS =
      "/api/v1/environments/production/strategies/sme-working-capital/decisions";
  private static final String BODY =
      """
      {"subject": "%s",
       "facts": {"requestedAmount": 800000, "annualSales": 6200000.50, "activeMonths": 34,
         "customers": 41, "suppliers": 17, "cancelledShare": 0.03, "topCustomerShare": 0.22,
         "daysSinceLastSale": 6, "taxRating": "A", "courtCases": 0, "insuredMonths": 30,
         "overdueTax": 0, "dishonest": false}}
      """;

  private final URI studio;
  private final String key;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Caller(URI studio, String key) {
    this.studio = studio;
    this.key = key;
  }

  /** The same subject always sends the same body. */
  HttpResponse<String> decide(String subject, String idempotencyKey)
      throws IOException, InterruptedException {
    return client.send(
        request(DECISIONS)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofString(BODY.formatted(subject)))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(studio.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + key);
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
