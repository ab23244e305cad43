package org.rulewright.dataset;

import java.util.UUID;

/** Names one data set for ever. */
public record DatasetId(UUID value) {

  static DatasetId fresh() {
    return new DatasetId(UUID.randomUUID());
  }

  public static DatasetId of(String text) {
    return new DatasetId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
