package org.rulewright.decision;

import java.util.List;

/** The steps a decision took, in the order they were taken. */
public record Trace(List<TraceStep> steps) {

  public static final Trace EMPTY = new Trace(List.of());

  public Trace {
    steps = List.copyOf(steps);
  }

  public static Trace of(TraceStep step) {
    return new Trace(List.of(step));
  }
}
