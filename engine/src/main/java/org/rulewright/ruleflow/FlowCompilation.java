package org.rulewright.ruleflow;

import java.util.List;
import org.rulewright.decision.Diagnostic;

/** What compiling a flow came to. */
public sealed interface FlowCompilation {

  /** The flow can run. */
  record Compiled(Flow flow) implements FlowCompilation {}

  /** The flow can not run, for these reasons. */
  record Refused(List<Diagnostic> problems) implements FlowCompilation {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
