package org.rulewright.dataset.source;

import java.io.IOException;
import java.util.Locale;

/** Thrown deep inside reading when the file as a whole cannot be read on. */
public final class UnreadableSourceException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient SourceProblem problem;

  public UnreadableSourceException(SourceProblem problem) {
    super(problem.message(Locale.ENGLISH));
    this.problem = problem;
  }

  public SourceProblem problem() {
    return problem;
  }
}
