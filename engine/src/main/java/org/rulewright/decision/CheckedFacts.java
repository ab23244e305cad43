package org.rulewright.decision;

import java.util.List;

/** The facts that were right, and one problem for each that was not. */
public record CheckedFacts(Facts facts, List<Diagnostic> problems) {

  public CheckedFacts {
    problems = List.copyOf(problems);
  }

  /** Whether every fact was right. */
  public boolean accepted() {
    return problems.isEmpty();
  }
}
