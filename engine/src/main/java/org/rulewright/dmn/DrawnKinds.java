package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** The decisions of a model that were drawn as something else than the tables they are kept in. */
final class DrawnKinds {

  private final Map<String, TreeDefinition> trees = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  /** Looks at one decision; what does not agree with its table is a table, and a problem. */
  void read(Element decision, Optional<TableDefinition> table) {
    var extension = Extensions.find(decision, TreeForm.EXTENSION);
    if (extension.isEmpty()) {
      return;
    }
    table
        .flatMap(it -> TreeReader.read(extension.get(), it))
        .ifPresentOrElse(tree -> trees.put(tree.id(), tree), () -> problems.add(changed(decision)));
  }

  private static Diagnostic changed(Element decision) {
    return Diagnostic.warning(
        "tree.table-changed",
        Place.of(Xml.attribute(decision, "id")),
        Xml.attribute(decision, "name"));
  }

  /** What a decision was drawn as. */
  DecisionKind kind(Element decision, DecisionKind otherwise) {
    return trees.containsKey(Xml.attribute(decision, "id"))
        ? DecisionKind.DECISION_TREE
        : otherwise;
  }

  List<TreeDefinition> trees() {
    return List.copyOf(trees.values());
  }

  Optional<TreeDefinition> tree(String decisionId) {
    return Optional.ofNullable(trees.get(decisionId));
  }

  List<Diagnostic> problems() {
    return List.copyOf(problems);
  }
}
