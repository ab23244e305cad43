package org.rulewright.api;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rulewright.dataset.OutcomeDefinition;
import org.rulewright.serving.Json;
import tools.jackson.core.JacksonException;

/** The body that says which column is the outcome. */
final class OutcomeRequest {

  static final String EXAMPLE =
      "{\"column\": \"defaulted\", \"badValues\": [\"1\"], \"windowMonths\": 12, \"description\": \"...\"}";

  private OutcomeRequest() {}

  /** Empty when the body is no such definition. */
  static Optional<OutcomeDefinition> read(byte[] body) {
    try {
      var members = Json.MAPPER.readValue(body, Map.class);
      if (members == null
          || !(members.get("column") instanceof String column)
          || !(members.get("badValues") instanceof Collection<?> bad)) {
        return Optional.empty();
      }
      var months = members.get("windowMonths") instanceof Integer given ? given : null;
      var description = members.get("description") instanceof String text ? text : "";
      var values = bad.stream().map(String::valueOf).collect(Collectors.toSet());
      return Optional.of(new OutcomeDefinition(column, values, months, description));
    } catch (JacksonException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
