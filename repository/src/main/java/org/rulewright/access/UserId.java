package org.rulewright.access;

import java.util.UUID;

/** Names one user for ever. */
public record UserId(UUID value) {

  static UserId fresh() {
    return new UserId(UUID.randomUUID());
  }

  public static UserId of(String text) {
    return new UserId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
