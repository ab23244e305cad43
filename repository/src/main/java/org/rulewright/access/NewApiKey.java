package org.rulewright.access;

/**
 * A key that was just made.
 *
 * @param secret shown this once
 */
public record NewApiKey(ApiKey key, String secret) {

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "NewApiKey[" + key.name() + "]";
  }
}
