package org.rulewright.job;

import java.util.UUID;

/** Names one job. */
public record JobId(UUID value) {

  static JobId fresh() {
    return new JobId(UUID.randomUUID());
  }

  public static JobId of(String text) {
    return new JobId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
