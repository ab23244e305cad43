package org.rulewright.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.serving.Json;
import org.rulewright.serving.Problem;
import org.rulewright.serving.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Responses every resource gives. */
final class Answers {

  private Answers() {}

  static ResponseEntity<byte[]> ok(Object body) {
    return json(200, body);
  }

  static ResponseEntity<byte[]> json(int status, Object body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(Json.MAPPER.writeValueAsBytes(body));
  }

  static ResponseEntity<byte[]> problem(
      HttpServletRequest request, ProblemKind kind, Object... arguments) {
    return Problem.of(kind, ProblemResponse.language(request), arguments).response();
  }

  /** Members in the order given: name, value, name, value ...; values may be null. */
  static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      members.put(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]);
    }
    return members;
  }
}
