package org.rulewright.dmn;

import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontable.TableWhy;
import org.rulewright.decisiontree.TreePath;

/** Why one step of a decision came out as it did. */
public sealed interface StepWhy {

  /** The step as it was taken. */
  TraceStep step();

  /** A decision table: every rule, with the cells that kept it from matching. */
  record OfTable(TraceStep step, TableWhy why) implements StepWhy {}

  /** A decision tree: the splits on the way to the leaf. */
  record OfTree(TraceStep step, TreePath path) implements StepWhy {}

  /** A step that says all there is to say by its value. */
  record Plain(TraceStep step) implements StepWhy {}
}
