package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.InputClause;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.decisiontree.TreeNode;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreePaths;
import org.rulewright.expression.Conditions;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

/** A tree as the table any engine runs: a rule for each leaf, on what has to hold to reach it. */
final class TreeTables {

  private TreeTables() {}

  /** The table of a tree; a leaf that nothing reaches has no rule. */
  static TableDefinition of(TreeDefinition tree) {
    Map<String, TreeNode> nodes = tree.byId();
    List<TableRule> rules = new ArrayList<>();
    TreePaths.of(tree)
        .forEach((node, path) -> {
          if (nodes.get(node) instanceof Leaf leaf && !TreePaths.isDead(path)) {
            rules.add(rule(leaf, path, tree.hasReasonCodes()));
          }
        });
    return new TableDefinition(
        tree.id(), tree.name(), HitPolicy.UNIQUE, null, inputs(tree), outputs(tree), rules);
  }

  private static List<InputClause> inputs(TreeDefinition tree) {
    List<InputClause> inputs = new ArrayList<>();
    for (var input : tree.inputs()) {
      inputs.add(
          new InputClause(
              tree.id() + "_input_" + (inputs.size() + 1),
              input.label(),
              input.expression(),
              type(input.kind()),
              null));
    }
    return inputs;
  }

  private static List<OutputClause> outputs(TreeDefinition tree) {
    List<OutputClause> outputs = new ArrayList<>();
    for (var output : tree.outputs()) {
      outputs.add(output(tree, outputs.size(), output.name(), output.type()));
    }
    if (tree.hasReasonCodes()) {
      outputs.add(output(tree, outputs.size(), TreeDefinition.REASON_CODES, FactType.ANY));
    }
    return outputs;
  }

  private static OutputClause output(TreeDefinition tree, int index, String name, FactType type) {
    return new OutputClause(tree.id() + "_output_" + (index + 1), name, type, null, null);
  }

  private static TableRule rule(Leaf leaf, List<ValueSet> path, boolean withReasonCodes) {
    List<Cell> inputs = new ArrayList<>();
    for (var set : path) {
      inputs.add(new Cell(leaf.id() + "_in_" + (inputs.size() + 1), Conditions.write(set)));
    }
    List<Cell> outputs = new ArrayList<>();
    for (var text : leaf.outputs()) {
      outputs.add(new Cell(leaf.id() + "_out_" + (outputs.size() + 1), text));
    }
    if (withReasonCodes) {
      outputs.add(new Cell(leaf.id() + "_out_" + (outputs.size() + 1), list(leaf.reasonCodes())));
    }
    return new TableRule(leaf.id(), inputs, outputs, List.of());
  }

  static String list(List<String> codes) {
    return codes.stream().map(Conditions::literal).collect(Collectors.joining(", ", "[", "]"));
  }

  static FactType type(ValueKind kind) {
    return switch (kind) {
      case NUMBER -> FactType.NUMBER;
      case DATE -> FactType.DATE;
      case TEXT -> FactType.TEXT;
      case BOOLEAN -> FactType.BOOLEAN;
    };
  }
}
