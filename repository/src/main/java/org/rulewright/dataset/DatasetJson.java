package org.rulewright.dataset;

import tools.jackson.databind.json.JsonMapper;

/** The JSON in which options, columns and job parameters are kept: the same for the same value. */
final class DatasetJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DatasetJson() {}

  static String write(Object value) {
    return JSON.writeValueAsString(value);
  }

  static <T> T read(String json, Class<T> type) {
    return JSON.readValue(json, type);
  }
}
