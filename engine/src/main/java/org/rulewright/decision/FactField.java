package org.rulewright.decision;

import java.util.List;

/**
 * One declared fact: its name, its type, whether it must be given, and which values it may take.
 *
 * @param allowedValues typed values; empty when every value of the type is allowed
 */
public record FactField(String name, FactType type, boolean required, List<Object> allowedValues) {

  public FactField {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a fact needs a name");
    }
    allowedValues = List.copyOf(allowedValues);
  }

  public static FactField required(String name, FactType type) {
    return new FactField(name, type, true, List.of());
  }

  public static FactField optional(String name, FactType type) {
    return new FactField(name, type, false, List.of());
  }

  boolean allows(Object value) {
    return allowedValues.isEmpty()
        || allowedValues.stream().anyMatch(allowed -> FactReader.same(allowed, value));
  }
}
