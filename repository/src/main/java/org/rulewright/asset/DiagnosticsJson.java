package org.rulewright.asset;

import java.util.List;
import org.rulewright.decision.Diagnostic;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Diagnostics as they are kept with a revision. */
final class DiagnosticsJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Diagnostic>> LIST = new TypeReference<>() {};

  private DiagnosticsJson() {}

  static String write(List<Diagnostic> diagnostics) {
    return JSON.writeValueAsString(diagnostics);
  }

  static List<Diagnostic> read(String json) {
    return JSON.readValue(json, LIST);
  }
}
