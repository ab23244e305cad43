package org.rulewright.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.serving.Json;
import tools.jackson.core.JacksonException;

/** What is to be evaluated on the workbench. */
record WorkbenchRequest(
    @Nullable String decision,
    @Nullable String service,
    Map<String, @Nullable Object> inputs,
    @Nullable String engine) {

  /** Empty when the body is no such request. */
  static Optional<WorkbenchRequest> read(byte[] body) {
    try {
      var members = Json.MAPPER.readValue(body, Map.class);
      return members == null ? Optional.empty() : of(members);
    } catch (JacksonException | ClassCastException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<WorkbenchRequest> of(Map<?, ?> members) {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    if (members.get("inputs") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> inputs.put((String) name, value));
    } else if (members.get("inputs") != null) {
      return Optional.empty();
    }
    return Optional.of(
        new WorkbenchRequest(
            (String) members.get("decision"),
            (String) members.get("service"),
            inputs,
            (String) members.get("engine")));
  }

  /** The name that was asked for, for messages. */
  String wanted() {
    return decision != null ? decision : service != null ? service : "decision";
  }
}
