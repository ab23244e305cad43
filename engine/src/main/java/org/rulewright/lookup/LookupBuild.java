package org.rulewright.lookup;

import java.util.List;
import org.rulewright.decision.Diagnostic;

/** What became of the rows of a look-up table. */
public sealed interface LookupBuild {

  /** Every key stands once for each day. */
  record Built(LookupTable table) implements LookupBuild {}

  /**
   * Some keys are empty or double, or their periods overlap; the place of each finding is the
   * number of its row from 1, or its line.
   *
   * @param count of all findings; only the first are listed
   */
  record Refused(List<Diagnostic> findings, long count) implements LookupBuild {

    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
