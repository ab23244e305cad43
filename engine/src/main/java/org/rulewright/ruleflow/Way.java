package org.rulewright.ruleflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An arrow out of a gateway, as a run came to it.
 *
 * @param target the step it leads to
 * @param otherwise whether it is the default
 * @param answer what became of its condition
 * @param values what the condition read, by name or path; empty where that cannot be said
 */
public record Way(
    SequenceFlow flow,
    FlowStep target,
    boolean otherwise,
    boolean taken,
    Answer answer,
    Map<String, @Nullable Object> values) {

  /** What becomes of a condition. */
  public enum Answer {
    /** It holds; at an exclusive gateway one before it may have been taken all the same. */
    HOLDS,
    FAILS,
    /** It came to something other than true or false. */
    UNDECIDED,
    /** There is none. */
    UNCONDITIONAL
  }

  public Way {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
