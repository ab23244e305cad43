package org.rulewright.dmn;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.decisiontree.Branch;
import org.rulewright.decisiontree.Position;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.decisiontree.TreeInput;
import org.rulewright.decisiontree.TreeNode;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.decisiontree.TreeOutput;
import org.rulewright.value.ValueKind;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Reads a tree back from its table and the extension elements that hold its shape. */
final class TreeReader {

  private TreeReader() {}

  /** Returns the tree, or nothing where the shape cannot be read or the table is not its table. */
  static Optional<TreeDefinition> read(Element extension, TableDefinition table) {
    try {
      var tree = tree(extension, table);
      return TableLikeness.isSame(TreeTables.of(tree), table)
          ? Optional.of(tree)
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException broken) {
      // the texts and the rules of a definition refuse what was changed by hand; the table counts
      return Optional.empty();
    }
  }

  private static TreeDefinition tree(Element extension, TableDefinition table) {
    var inputs =
        Extensions.children(extension, "input").stream()
            .map(it ->
                new TreeInput(
                    Xml.attribute(it, "expression"),
                    ValueKind.valueOf(Xml.attribute(it, "kind")),
                    Xml.attribute(it, "label")))
            .toList();
    var outputs =
        Extensions.children(extension, "output").stream()
            .map(it ->
                new TreeOutput(
                    Xml.attribute(it, "name"), FactType.valueOf(Xml.attribute(it, "type"))))
            .toList();
    boolean reasons = Xml.attribute(extension, "reasonCodes").equals("true");
    Map<String, TableRule> rules = new HashMap<>();
    table.rules().forEach(rule -> rules.put(rule.id(), rule));
    List<TreeNode> nodes = new ArrayList<>();
    for (var element : Xml.children(extension)) {
      if (Xml.is(element, "split")) {
        nodes.add(split(element, inputs));
      } else if (Xml.is(element, "leaf")) {
        nodes.add(leaf(element, rules.get(Xml.attribute(element, "node")), reasons));
      }
    }
    return new TreeDefinition(
        table.id(), table.name(), inputs, outputs, Xml.attribute(extension, "root"), nodes);
  }

  private static Split split(Element element, List<TreeInput> inputs) {
    int input = Integer.parseInt(Xml.attribute(element, "input"));
    var kind = inputs.get(input).kind();
    var branches =
        Extensions.children(element, "branch").stream()
            .map(it ->
                new Branch(
                    ValueSetXml.read(it, kind),
                    Xml.attribute(it, "to"),
                    Xml.attribute(it, "label")))
            .toList();
    return new Split(
        Xml.attribute(element, "node"),
        Xml.attribute(element, "label"),
        position(element),
        input,
        branches,
        Xml.optional(element, "missing"));
  }

  private static Leaf leaf(Element element, @Nullable TableRule rule, boolean reasons) {
    List<String> outputs;
    List<String> codes = List.of();
    if (rule == null) {
      outputs = texts(element, "says");
      codes = texts(element, "reason");
    } else {
      outputs = new ArrayList<>();
      rule.outputs().forEach(cell -> outputs.add(cell.text()));
      if (reasons) {
        codes = FeelLiterals.strings(outputs.removeLast());
      }
    }
    return new Leaf(
        Xml.attribute(element, "node"),
        Xml.attribute(element, "label"),
        position(element),
        outputs,
        codes);
  }

  private static List<String> texts(Element element, String name) {
    return Extensions.children(element, name).stream().map(Element::getTextContent).toList();
  }

  private static @Nullable Position position(Element element) {
    return element.hasAttribute("x")
        ? new Position(
            Double.parseDouble(Xml.attribute(element, "x")),
            Double.parseDouble(Xml.attribute(element, "y")))
        : null;
  }
}
