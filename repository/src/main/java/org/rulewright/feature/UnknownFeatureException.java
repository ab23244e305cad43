package org.rulewright.feature;

import java.util.List;

/** Thrown for names the dictionary does not have. */
public final class UnknownFeatureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> names;

  public UnknownFeatureException(List<String> names) {
    super("the dictionary has no " + String.join(", ", names));
    this.names = List.copyOf(names);
  }

  public List<String> names() {
    return names;
  }
}
