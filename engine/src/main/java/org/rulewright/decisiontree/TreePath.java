package org.rulewright.decisiontree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.value.ValueSet;

/**
 * Why a tree came to a leaf: the splits on the way, with the value and the way taken at each.
 *
 * @param leaf id of the leaf, or null where no branch took a value
 */
public record TreePath(List<Passed> passed, @Nullable String leaf) {

  public TreePath {
    passed = List.copyOf(passed);
  }

  /**
   * One split on the way.
   *
   * @param value of the input; null where it was null, missing, or is not among the values given
   * @param takes what leads the way that was taken; null at the last split when none did
   * @param to id of the next node, null when there is none
   */
  public record Passed(
      String node,
      String label,
      String input,
      @Nullable Object value,
      @Nullable ValueSet takes,
      @Nullable String to) {}

  /**
   * The path behind a step of a trace, worked out when somebody asks.
   *
   * @param values the facts and the results of other decisions the step saw, by name
   */
  public static TreePath of(
      TreeDefinition tree, TraceStep step, Map<String, ? extends @Nullable Object> values) {
    return step.hits().isEmpty() ? walked(tree, values) : to(tree, step.hits().getFirst(), values);
  }

  /** The path to a leaf. */
  public static TreePath to(
      TreeDefinition tree, String leaf, Map<String, ? extends @Nullable Object> values) {
    Map<String, Split> parents = new HashMap<>();
    tree.splits().forEach(split -> split.next().forEach(to -> parents.put(to, split)));
    var passed = new ArrayDeque<Passed>();
    String at = leaf;
    for (Split split = parents.get(at); split != null; split = parents.get(at)) {
      passed.addFirst(passed(tree, split, at, values));
      at = split.id();
    }
    return new TreePath(List.copyOf(passed), leaf);
  }

  /** The path these values take from the root, as far as it goes. */
  public static TreePath walked(
      TreeDefinition tree, Map<String, ? extends @Nullable Object> values) {
    Map<String, TreeNode> nodes = tree.byId();
    var passed = new ArrayList<Passed>();
    @Nullable String at = tree.root();
    while (at != null && nodes.get(at) instanceof Split split) {
      at = next(tree, split, values).orElse(null);
      passed.add(passed(tree, split, at, values));
    }
    return new TreePath(passed, at);
  }

  private static Optional<String> next(
      TreeDefinition tree, Split split, Map<String, ? extends @Nullable Object> values) {
    TreeInput input = tree.inputs().get(split.input());
    @Nullable Object value = values.get(input.expression());
    if (value == null) {
      return Optional.ofNullable(split.missing());
    }
    return split.branches().stream()
        .filter(branch -> input.kind().holds(value) && branch.takes().contains(value))
        .map(Branch::to)
        .findFirst();
  }

  private static Passed passed(
      TreeDefinition tree,
      Split split,
      @Nullable String to,
      Map<String, ? extends @Nullable Object> values) {
    TreeInput tested = tree.inputs().get(split.input());
    String input = tested.expression();
    int way = to == null ? -1 : split.next().indexOf(to);
    @Nullable ValueSet takes = way < 0 ? null : TreePaths.taken(split, tested.kind()).get(way);
    return new Passed(split.id(), split.label(), input, values.get(input), takes, to);
  }
}
