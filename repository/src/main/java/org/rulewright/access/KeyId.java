package org.rulewright.access;

import java.util.UUID;

/** Names one API key. */
public record KeyId(UUID value) {

  static KeyId fresh() {
    return new KeyId(UUID.randomUUID());
  }

  public static KeyId of(String text) {
    return new KeyId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
