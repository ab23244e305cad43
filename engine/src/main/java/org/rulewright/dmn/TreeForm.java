package org.rulewright.dmn;

import java.util.List;
import java.util.Map;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.decisiontree.TreeNode;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.decisiontree.TreePaths;
import org.rulewright.value.ValueSet;
import org.w3c.dom.Element;

/**
 * A decision tree in its standard form: a decision table of hit policy UNIQUE whose rule ids are
 * the ids of the leaves, and beside it, in extension elements, the shape it was drawn in.
 *
 * <p>Any engine runs the table. It also is what counts: where somebody changed it so that it is no
 * longer the tree's, the decision is a table again, and a diagnostic says so. What the leaves say
 * stands in the table alone, so that changing it there changes the tree.
 */
public final class TreeForm {

  static final String EXTENSION = "tree";

  private TreeForm() {}

  /** A model of its own that holds a tree and the inputs it tests. */
  public static DmnDocument model(TreeDefinition tree) {
    var editor = ModelEditor.create(tree.id() + "_model", tree.name());
    put(editor, tree);
    return editor.done();
  }

  /** The model with a tree in it, in the place of the decision with the tree's id if it has one. */
  public static DmnDocument put(DmnDocument model, TreeDefinition tree) {
    var editor = ModelEditor.of(model);
    put(editor, tree);
    return editor.done();
  }

  /** The model in which a tree is no more than its table. */
  public static DmnDocument asTable(DmnDocument model, TreeDefinition tree) {
    var editor = ModelEditor.of(model);
    put(editor, tree);
    // finding the decision again takes its extension and its logic away
    var decision = editor.decision(tree.id(), tree.name(), resultType(tree), EXTENSION);
    editor.logic(decision, TableXml.write(editor, TreeTables.of(tree)));
    return editor.done();
  }

  /**
   * Draws a table as a tree that decides alike.
   *
   * <p>That is possible for hit policies UNIQUE and FIRST, where every cell is a set of numbers,
   * dates, texts or booleans; else the refusal names what stands in the way. A rule that several
   * paths lead to becomes several leaves.
   */
  public static TreeConversion fromTable(TableDefinition table) {
    return TableTrees.of(table);
  }

  private static void put(ModelEditor editor, TreeDefinition tree) {
    var table = TreeTables.of(tree);
    var decision = editor.decision(tree.id(), tree.name(), resultType(tree), EXTENSION);
    write(editor.extension(decision, EXTENSION), tree);
    editor.logic(decision, TableXml.write(editor, table));
    table
        .inputs()
        .forEach(it -> editor.requirements().requireNamed(decision, it.expression(), it.type()));
    tree.leaves()
        .flatMap(leaf -> leaf.outputs().stream())
        .distinct()
        .filter(text -> !FeelLiterals.isLiteral(text))
        .forEach(
            text -> editor.requirements().requireNamed(decision, "(" + text + ")", FactType.ANY));
  }

  private static String resultType(TreeDefinition tree) {
    return tree.outputs().size() == 1 && !tree.hasReasonCodes()
        ? TableXml.typeRef(tree.outputs().getFirst().type())
        : "";
  }

  private static void write(Element owner, TreeDefinition tree) {
    owner.setAttribute("root", tree.root());
    if (tree.hasReasonCodes()) {
      owner.setAttribute("reasonCodes", "true");
    }
    for (var input : tree.inputs()) {
      var element = Extensions.add(owner, "input");
      element.setAttribute("expression", input.expression());
      element.setAttribute("kind", input.kind().name());
      Extensions.set(element, "label", input.label());
    }
    for (var output : tree.outputs()) {
      var element = Extensions.add(owner, "output");
      element.setAttribute("name", output.name());
      element.setAttribute("type", output.type().name());
    }
    Map<String, List<ValueSet>> paths = TreePaths.of(tree);
    for (var node : tree.nodes()) {
      switch (node) {
        case Split split -> split(owner, split);
        case Leaf leaf ->
            leaf(owner, leaf, TreePaths.isDead(paths.getOrDefault(leaf.id(), List.of())));
      }
    }
  }

  private static void split(Element owner, Split split) {
    var element = node(owner, "split", split);
    element.setAttribute("input", String.valueOf(split.input()));
    var missing = split.missing();
    Extensions.set(element, "missing", missing == null ? "" : missing);
    for (var branch : split.branches()) {
      var way = Extensions.add(element, "branch");
      way.setAttribute("to", branch.to());
      Extensions.set(way, "label", branch.label());
      ValueSetXml.write(way, branch.takes());
    }
  }

  /** What a leaf says stands in its rule; a leaf that nothing reaches has none. */
  private static void leaf(Element owner, Leaf leaf, boolean dead) {
    var element = node(owner, "leaf", leaf);
    if (dead) {
      leaf.outputs().forEach(text -> Extensions.add(element, "says", text));
      leaf.reasonCodes().forEach(code -> Extensions.add(element, "reason", code));
    }
  }

  private static Element node(Element owner, String kind, TreeNode node) {
    var element = Extensions.add(owner, kind);
    element.setAttribute("node", node.id());
    Extensions.set(element, "label", node.label());
    var position = node.position();
    if (position != null) {
      element.setAttribute("x", String.valueOf(position.x()));
      element.setAttribute("y", String.valueOf(position.y()));
    }
    return element;
  }
}
