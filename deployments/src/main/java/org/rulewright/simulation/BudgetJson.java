package org.rulewright.simulation;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Budgets and requests as JSON, decimals exact. */
final class BudgetJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private BudgetJson() {}

  static @Nullable String write(@Nullable BudgetPolicy budget) {
    return budget == null ? null : JSON.writeValueAsString(budget);
  }

  static @Nullable BudgetPolicy read(@Nullable String json) {
    return json == null ? null : JSON.readValue(json, BudgetPolicy.class);
  }

  static String write(PortfolioJob.Parameters parameters) {
    return JSON.writeValueAsString(parameters);
  }

  static PortfolioJob.Parameters parameters(String json) {
    return JSON.readValue(json, PortfolioJob.Parameters.class);
  }
}
