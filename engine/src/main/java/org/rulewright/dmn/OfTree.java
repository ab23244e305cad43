package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.Type;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontable.CellCount;
import org.rulewright.decisiontree.CompiledTree;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.decisiontree.TreeInput;

/**
 * A decision tree.
 *
 * <p>The tree looks only at the inputs on the way to a leaf, its table at all of them. So the tree
 * decides where a look at an input cannot fail: where each is a name declared of the type it is
 * tested as. Otherwise its table does, and where the tree is unclear about a value.
 *
 * @param tree null where the table has to decide
 */
record OfTree(Step.OfTable table, @Nullable CompiledTree tree) implements Step {

  static OfTree of(
      Step.OfTable table,
      TreeDefinition definition,
      Map<String, Type> names,
      ReferenceEvaluator reference) {
    boolean sure = definition.inputs().stream().allMatch(it -> isSure(it, names));
    return new OfTree(
        table, sure ? CompiledTree.compile(definition, names.keySet(), reference) : null);
  }

  private static boolean isSure(TreeInput input, Map<String, Type> names) {
    var declared = names.get(input.expression());
    return declared != null && declared == KieTypes.of(TreeTables.type(input.kind()));
  }

  @Override
  public DmnDecision decision() {
    return table.decision();
  }

  @Override
  public Outcome evaluate(
      Map<String, @Nullable Object> values, OffsetDateTime asOf, boolean traced) {
    int leaf = tree == null ? CompiledTree.UNCLEAR : tree.leaf(values);
    if (tree != null && leaf != CompiledTree.UNCLEAR) {
      return table.checked(tree.at(leaf, values, asOf, traced));
    }
    return asTree(table.evaluate(values, asOf, traced));
  }

  @Override
  public void evaluate(
      FactColumns values,
      int from,
      int to,
      OffsetDateTime asOf,
      boolean traced,
      @Nullable Outcome[] outcomes) {
    int[] leaves = new int[to - from];
    if (tree == null) {
      Arrays.fill(leaves, CompiledTree.UNCLEAR);
    } else {
      tree.leaves(values, from, to, leaves);
    }
    for (int row = from; row < to; row++) {
      int leaf = leaves[row - from];
      outcomes[row - from] =
          tree == null || leaf == CompiledTree.UNCLEAR
              ? evaluate(values.row(row), asOf, traced)
              : table.checked(tree.at(leaf, values, row, asOf, traced));
    }
  }

  private static Outcome asTree(Outcome outcome) {
    return outcome instanceof Outcome.Decided(var value, var trace) && !trace.steps().isEmpty()
        ? new Outcome.Decided(value, asTree(trace))
        : outcome;
  }

  private static Trace asTree(Trace trace) {
    List<TraceStep> steps =
        trace.steps().stream()
            .map(it ->
                new TraceStep(
                    it.decisionId(),
                    it.decisionName(),
                    DecisionKind.DECISION_TREE,
                    it.hits(),
                    it.value(),
                    it.delegated()))
            .toList();
    return new Trace(steps);
  }

  @Override
  public double compiledShare() {
    return table.compiledShare();
  }

  @Override
  public CellCount cells() {
    return table.cells();
  }
}
