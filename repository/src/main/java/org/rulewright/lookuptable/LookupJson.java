package org.rulewright.lookuptable;

import java.util.List;
import org.rulewright.decision.LookupShape;
import org.rulewright.lookup.LookupDefinition;
import tools.jackson.databind.json.JsonMapper;

/** The JSON in which columns and parameters of jobs are kept. */
final class LookupJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LookupJson() {}

  /** The columns of a version. */
  record Columns(List<LookupShape.Column> keys, List<LookupShape.Column> values, boolean dated) {

    static Columns of(LookupDefinition definition) {
      return new Columns(definition.keys(), definition.values(), definition.dated());
    }

    LookupDefinition definition(String key, String name) {
      return new LookupDefinition(key, name, keys, values, dated);
    }
  }

  static String write(Object value) {
    return JSON.writeValueAsString(value);
  }

  static <T> T read(String json, Class<T> type) {
    return JSON.readValue(json, type);
  }
}
