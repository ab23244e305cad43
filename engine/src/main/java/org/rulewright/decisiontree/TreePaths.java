package org.rulewright.decisiontree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

/** What has to hold of each input for a node to be reached. */
public final class TreePaths {

  private TreePaths() {}

  /**
   * The conditions on the way to each node, the nodes from the root down and from first branch to
   * last.
   *
   * @return by node id: for each input the values that lead there; an empty set where none does
   */
  public static Map<String, List<ValueSet>> of(TreeDefinition tree) {
    Map<String, TreeNode> nodes = tree.byId();
    Map<String, List<ValueSet>> paths = new LinkedHashMap<>();
    record Open(String node, List<ValueSet> path) {}
    var open = new ArrayDeque<Open>();
    open.push(
        new Open(
            tree.root(),
            tree.inputs().stream().map(input -> ValueSet.everything(input.kind())).toList()));
    while (!open.isEmpty()) {
      Open now = open.pop();
      paths.put(now.node(), now.path());
      if (nodes.get(now.node()) instanceof Split split) {
        List<ValueSet> takes = taken(split, tree.inputs().get(split.input()).kind());
        List<String> next = split.next();
        for (int i = next.size() - 1; i >= 0; i--) {
          List<ValueSet> path = new ArrayList<>(now.path());
          path.set(split.input(), path.get(split.input()).and(takes.get(i)));
          open.push(new Open(next.get(i), path));
        }
      }
    }
    return paths;
  }

  /** What each way out of a split takes that none before it takes; that of missing values last. */
  public static List<ValueSet> taken(Split split, ValueKind kind) {
    List<ValueSet> taken = new ArrayList<>();
    ValueSet left = ValueSet.present(kind);
    for (Branch branch : split.branches()) {
      taken.add(left.and(branch.takes()));
      left = left.minus(branch.takes());
    }
    if (split.missing() != null) {
      taken.add(ValueSet.missing(kind));
    }
    return taken;
  }

  /** Whether nothing leads to a node with these conditions. */
  public static boolean isDead(List<ValueSet> path) {
    return path.stream().anyMatch(ValueSet::isEmpty);
  }
}
