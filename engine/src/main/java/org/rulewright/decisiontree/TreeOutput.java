package org.rulewright.decisiontree;

import org.rulewright.decision.FactType;

/** What every leaf says: a name and the type of its values. */
public record TreeOutput(String name, FactType type) {

  public TreeOutput {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an output of a tree needs a name");
    }
  }
}
