package org.rulewright.model;

import java.util.List;
import org.rulewright.decision.Diagnostic;

/** What opening a model file came to. */
public sealed interface OpenResult {

  /** The model can score; whoever opened it closes it. */
  record Opened(ScoringModel model) implements OpenResult {}

  /** The file is not accepted, for these reasons. */
  record Refused(List<Diagnostic> problems) implements OpenResult {

    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
