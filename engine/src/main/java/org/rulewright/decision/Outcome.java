package org.rulewright.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision came to; a failed one still carries the trace so far. */
public sealed interface Outcome {

  Trace trace();

  /**
   * The decision was made.
   *
   * @param value a FEEL value; null is a value
   */
  record Decided(@Nullable Object value, Trace trace) implements Outcome {}

  /** The decision could not be made. */
  record Failed(List<Diagnostic> problems, Trace trace) implements Outcome {

    public Failed {
      problems = List.copyOf(problems);
    }
  }
}
