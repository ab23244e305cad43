package org.rulewright.decisiontree;

import java.util.List;
import org.rulewright.decision.Diagnostic;

/** What became of a file that was to be read as a tree. */
public sealed interface ImportedTree {

  /**
   * The file is a tree.
   *
   * @param remarks what the reader should know, such as outputs that were left out
   */
  record Read(TreeDefinition tree, List<Diagnostic> remarks) implements ImportedTree {
    public Read {
      remarks = List.copyOf(remarks);
    }
  }

  /** The file cannot be a tree of ours, for these reasons. */
  record Refused(List<Diagnostic> problems) implements ImportedTree {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
