package org.rulewright.simulation;

import java.util.Optional;
import java.util.UUID;

/** Names one portfolio run. */
public record PortfolioRunId(UUID value) {

  static PortfolioRunId fresh() {
    return new PortfolioRunId(UUID.randomUUID());
  }

  /** Reads an id; empty when the text is not one. */
  public static Optional<PortfolioRunId> parse(String text) {
    try {
      return Optional.of(new PortfolioRunId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
