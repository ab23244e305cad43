package org.rulewright.decisiontree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.value.ValueSet;

/** Changes to a tree that leave a whole tree behind. */
final class TreeSurgery {

  private final TreeDefinition tree;
  private final Map<String, TreeNode> nodes;

  TreeSurgery(TreeDefinition tree) {
    this.tree = tree;
    this.nodes = tree.byId();
  }

  /** Without one branch and what hangs on it; empty where the split would lead nowhere. */
  Optional<TreeDefinition> without(Split split, int branch) {
    if (split.next().size() == 1) {
      return Optional.empty();
    }
    List<Branch> kept = new ArrayList<>(split.branches());
    Branch gone = kept.remove(branch);
    return Optional.of(replace(split.id(), with(split, kept), below(gone.to())));
  }

  /** With another condition on one branch. */
  TreeDefinition with(Split split, int branch, ValueSet takes) {
    List<Branch> changed = new ArrayList<>(split.branches());
    Branch old = changed.get(branch);
    changed.set(branch, new Branch(takes, old.to(), old.label()));
    return replace(split.id(), with(split, changed), Set.of());
  }

  /** With two branches that lead to leaves which say the same made one. */
  TreeDefinition merged(Split split, List<ValueSet> taken, int first, int second) {
    List<Branch> changed = new ArrayList<>();
    for (int i = 0; i < split.branches().size(); i++) {
      Branch old = split.branches().get(i);
      // what each takes after the others, so that their order means nothing any more
      ValueSet takes = i == first ? taken.get(first).or(taken.get(second)) : taken.get(i);
      if (i != second && !takes.isEmpty()) {
        changed.add(new Branch(takes, old.to(), old.label()));
      } else if (i != second) {
        changed.add(old);
      }
    }
    return replace(split.id(), with(split, changed), below(split.branches().get(second).to()));
  }

  /** With a leaf in the place of a split. */
  TreeDefinition pruned(Split split, Leaf leaf) {
    Set<String> gone = below(split.id());
    gone.remove(leaf.id());
    List<TreeNode> kept = new ArrayList<>();
    for (TreeNode node : tree.nodes()) {
      if (!gone.contains(node.id())) {
        kept.add(node instanceof Split other ? redirected(other, split.id(), leaf.id()) : node);
      }
    }
    return tree.with(tree.root().equals(split.id()) ? leaf.id() : tree.root(), kept);
  }

  /** With a way for missing values to a leaf that says what the given one says. */
  TreeDefinition withMissing(Split split, Leaf says) {
    String id = free(split.id() + "_missing");
    List<TreeNode> changed = new ArrayList<>();
    for (TreeNode node : tree.nodes()) {
      changed.add(
          node.id().equals(split.id())
              ? new Split(
                  split.id(), split.label(), split.position(), split.input(), split.branches(), id)
              : node);
    }
    changed.add(new Leaf(id, "", null, says.outputs(), says.reasonCodes()));
    return tree.with(tree.root(), changed);
  }

  Optional<Leaf> leaf(@Nullable String id) {
    return id != null && nodes.get(id) instanceof Leaf leaf ? Optional.of(leaf) : Optional.empty();
  }

  private String free(String wanted) {
    String id = wanted;
    for (int i = 2; nodes.containsKey(id); i++) {
      id = wanted + "_" + i;
    }
    return id;
  }

  private static Split with(Split split, List<Branch> branches) {
    return new Split(
        split.id(), split.label(), split.position(), split.input(), branches, split.missing());
  }

  private static Split redirected(Split split, String from, String to) {
    List<Branch> branches =
        split.branches().stream()
            .map(it -> it.to().equals(from) ? new Branch(it.takes(), to, it.label()) : it)
            .toList();
    return new Split(
        split.id(),
        split.label(),
        split.position(),
        split.input(),
        branches,
        from.equals(split.missing()) ? to : split.missing());
  }

  private TreeDefinition replace(String id, TreeNode node, Set<String> gone) {
    List<TreeNode> kept = new ArrayList<>();
    for (TreeNode old : tree.nodes()) {
      if (!gone.contains(old.id())) {
        kept.add(old.id().equals(id) ? node : old);
      }
    }
    return tree.with(tree.root(), kept);
  }

  private Set<String> below(String id) {
    Set<String> found = new HashSet<>();
    var open = new ArrayDeque<String>(List.of(id));
    while (!open.isEmpty()) {
      String now = open.pop();
      found.add(now);
      TreeNode node = nodes.get(now);
      if (node != null) {
        node.next().forEach(open::push);
      }
    }
    return found;
  }
}
