package org.rulewright.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;

/** What scoring one row came to. */
public sealed interface ModelScore {

  /**
   * The model gave its outputs.
   *
   * @param outputs FEEL values by the names of the signature, in its order; numbers are finite
   */
  record Scored(Map<String, @Nullable Object> outputs) implements ModelScore {}

  /** The model gave no usable answer; nothing of it may be used. */
  record Failed(List<Diagnostic> problems) implements ModelScore {

    public Failed {
      problems = List.copyOf(problems);
    }
  }
}
