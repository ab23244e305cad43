package org.rulewright.dmn;

import java.util.List;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decisiontree.TreeDefinition;

/** What became of a table that was to be drawn as a tree. */
public sealed interface TreeConversion {

  /** The tree that decides as the table does. */
  record Converted(TreeDefinition tree) implements TreeConversion {}

  /** Why the table cannot be a tree. */
  record Refused(List<Diagnostic> problems) implements TreeConversion {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
