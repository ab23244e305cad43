package org.rulewright.dataset.source;

import org.jspecify.annotations.Nullable;

/** What the text of a cell turned out to be. */
public sealed interface Cell {

  Cell MISSING = new Value(null);

  /** A value of the column's type; null is a missing one. */
  record Value(@Nullable Object value) implements Cell {}

  record Wrong(CellProblem problem) implements Cell {}

  static Cell wrong(CellProblem problem) {
    return new Wrong(problem);
  }
}
