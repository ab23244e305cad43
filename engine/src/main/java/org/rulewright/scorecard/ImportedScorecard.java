package org.rulewright.scorecard;

import java.util.List;
import org.rulewright.decision.Diagnostic;

/** What became of a file that was to be read as a scorecard. */
public sealed interface ImportedScorecard {

  /**
   * The file is a scorecard.
   *
   * @param remarks what the reader should know
   */
  record Read(Scorecard card, List<Diagnostic> remarks) implements ImportedScorecard {
    public Read {
      remarks = List.copyOf(remarks);
    }
  }

  /** The file cannot be a scorecard of ours, for these reasons. */
  record Refused(List<Diagnostic> problems) implements ImportedScorecard {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
