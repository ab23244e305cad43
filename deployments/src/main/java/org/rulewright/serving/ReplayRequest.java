package org.rulewright.serving;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The body of a replay: nothing, or the release to decide by. */
record ReplayRequest(Optional<String> release) {

  /** Empty when the body is something else. */
  static Optional<ReplayRequest> read(byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      return Optional.of(new ReplayRequest(Optional.empty()));
    }
    try {
      var members = Json.MAPPER.readValue(body, Map.class);
      var release = members == null ? null : members.get("release");
      return release == null || release instanceof String
          ? Optional.of(new ReplayRequest(Optional.ofNullable((String) release)))
          : Optional.empty();
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }
}
