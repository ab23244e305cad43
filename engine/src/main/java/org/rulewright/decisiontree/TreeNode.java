package org.rulewright.decisiontree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a decision tree. */
public sealed interface TreeNode {

  /** Unique in the whole model, and fit to be an id of XML. */
  String id();

  /** What people call the node, or empty. */
  String label();

  /** Where it was put by hand, or null where it is laid out for the reader. */
  @Nullable Position position();

  /** The nodes it leads to, the one for missing values last. */
  List<String> next();

  /**
   * A question about one input.
   *
   * @param input index into the inputs of the tree
   * @param branches tried in order: the first that takes the value is gone
   * @param missing id of the node for null and for what is missing; null where there is none, and
   *     the tree then comes to no leaf
   */
  record Split(
      String id,
      String label,
      @Nullable Position position,
      int input,
      List<Branch> branches,
      @Nullable String missing)
      implements TreeNode {

    public Split {
      branches = List.copyOf(branches);
    }

    public static Split on(int input, String id, @Nullable String missing, Branch... branches) {
      return new Split(id, "", null, input, List.of(branches), missing);
    }

    @Override
    public List<String> next() {
      var next = new ArrayList<String>(branches.size() + 1);
      branches.forEach(branch -> next.add(branch.to()));
      if (missing != null) {
        next.add(missing);
      }
      return next;
    }
  }

  /**
   * An end with what the tree says there.
   *
   * @param outputs FEEL, one text for each output of the tree
   * @param reasonCodes codes of the reasons this leaf gives, the weightiest first
   */
  record Leaf(
      String id,
      String label,
      @Nullable Position position,
      List<String> outputs,
      List<String> reasonCodes)
      implements TreeNode {

    public Leaf {
      outputs = outputs.stream().map(String::strip).toList();
      reasonCodes = List.copyOf(reasonCodes);
    }

    public static Leaf of(String id, String... outputs) {
      return new Leaf(id, "", null, List.of(outputs), List.of());
    }

    /** Whether the other leaf says the same. */
    public boolean saysTheSameAs(Leaf other) {
      return outputs.equals(other.outputs) && reasonCodes.equals(other.reasonCodes);
    }

    @Override
    public List<String> next() {
      return List.of();
    }
  }
}
