package org.rulewright.decisiontree;

import org.rulewright.value.ValueSet;

/**
 * One way out of a split, for the values it takes that no branch before it takes.
 *
 * @param takes values, never null: a split has its own way for what is missing
 * @param to id of the node it leads to
 */
public record Branch(ValueSet takes, String to, String label) {

  public Branch {
    if (takes.isEmpty() || takes.hasNull()) {
      throw new IllegalArgumentException("a branch takes values, and not null");
    }
  }

  public static Branch to(String node, ValueSet takes) {
    return new Branch(takes, node, "");
  }

  /** Whether the branch takes whatever the branches before it left. */
  public boolean isOther() {
    return takes.hasAllValues();
  }
}
