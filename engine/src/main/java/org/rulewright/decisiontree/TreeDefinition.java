package org.rulewright.decisiontree;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreeNode.Split;

/**
 * A decision tree as its author drew it.
 *
 * <p>INVARIANT: every node is reached from the root in exactly one way, every leaf says something
 * for each output, and every branch takes values of the kind of its split's input. Nodes are kept
 * flat, so that a tree may be as deep as memory allows.
 *
 * @param id of the decision the tree belongs to
 * @param name of that decision
 * @param root id of the first node
 */
public record TreeDefinition(
    String id,
    String name,
    List<TreeInput> inputs,
    List<TreeOutput> outputs,
    String root,
    List<TreeNode> nodes) {

  /** Name of the output that lists the reason codes of a leaf, where any leaf has some. */
  public static final String REASON_CODES = "reasonCodes";

  private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*");

  public TreeDefinition {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    nodes = List.copyOf(nodes);
    check(id, name, inputs, outputs, root, nodes);
  }

  /** Whether the tree says reason codes as an output of its own. */
  public boolean hasReasonCodes() {
    return leaves().anyMatch(leaf -> !leaf.reasonCodes().isEmpty());
  }

  public Stream<Leaf> leaves() {
    return nodes.stream().filter(Leaf.class::isInstance).map(Leaf.class::cast);
  }

  public Stream<Split> splits() {
    return nodes.stream().filter(Split.class::isInstance).map(Split.class::cast);
  }

  /** The nodes by their ids. */
  public Map<String, TreeNode> byId() {
    Map<String, TreeNode> found = new HashMap<>();
    nodes.forEach(node -> found.put(node.id(), node));
    return found;
  }

  /** The same tree with other nodes. */
  public TreeDefinition with(String newRoot, List<TreeNode> newNodes) {
    return new TreeDefinition(id, name, inputs, outputs, newRoot, newNodes);
  }

  private static void check(
      String id,
      String name,
      List<TreeInput> inputs,
      List<TreeOutput> outputs,
      String root,
      List<TreeNode> nodes) {
    require(ID.matcher(id).matches(), "`" + id + "` is no id of a tree");
    require(!name.isBlank(), "a tree needs a name");
    require(!outputs.isEmpty(), "a tree needs an output");
    unique(inputs.stream().map(TreeInput::expression), "input");
    unique(outputs.stream().map(TreeOutput::name), "output");
    unique(nodes.stream().map(TreeNode::id), "node");
    Map<String, TreeNode> byId = new HashMap<>();
    for (TreeNode node : nodes) {
      byId.put(node.id(), node);
      require(ID.matcher(node.id()).matches(), "`" + node.id() + "` is no id of a node");
      switch (node) {
        case Split split -> check(split, inputs);
        case Leaf leaf ->
            require(
                leaf.outputs().size() == outputs.size()
                    && leaf.outputs().stream().noneMatch(String::isBlank),
                "leaf `" + leaf.id() + "` does not say something for each output");
      }
    }
    boolean reasons =
        nodes.stream().anyMatch(it -> it instanceof Leaf leaf && !leaf.reasonCodes().isEmpty());
    require(
        !reasons || outputs.stream().noneMatch(it -> it.name().equals(REASON_CODES)),
        "a tree with reason codes has no other output of that name");
    checkReach(root, byId);
  }

  private static void check(Split split, List<TreeInput> inputs) {
    require(
        split.input() >= 0 && split.input() < inputs.size(),
        "split `" + split.id() + "` tests no input of the tree");
    require(!split.next().isEmpty(), "split `" + split.id() + "` leads nowhere");
    var kind = inputs.get(split.input()).kind();
    require(
        split.branches().stream().allMatch(it -> it.takes().kind() == kind),
        "split `" + split.id() + "` takes values of another kind than its input's");
  }

  private static void checkReach(String root, Map<String, TreeNode> byId) {
    Set<String> reached = new HashSet<>();
    var open = new ArrayDeque<String>();
    open.push(root);
    while (!open.isEmpty()) {
      String id = open.pop();
      @Nullable TreeNode node = byId.get(id);
      require(node != null, "there is no node `" + id + "`");
      require(reached.add(id), "node `" + id + "` is reached twice");
      if (node != null) {
        node.next().forEach(open::push);
      }
    }
    require(reached.size() == byId.size(), "a node is not reached from the root");
  }

  private static void unique(Stream<String> names, String what) {
    Set<String> seen = new HashSet<>();
    names.forEach(name -> require(seen.add(name), what + " `" + name + "` stands twice"));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
