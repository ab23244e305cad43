package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The rules of the tables of a large model, read past its tree, which they would make many times as
 * large as they are.
 *
 * <p>Only rules in which everything is as usual are read so; if one is not, the model is read
 * whole.
 */
final class StreamedRules implements SecureXml.Detour {

  private static final String KEY = "rulewright-rules";
  private static final Set<String> PARTS = Set.of("rule", "inputEntry", "outputEntry");

  private final Map<Element, List<TableRule>> byTable = new LinkedHashMap<>();
  private final RuleStream stream = new RuleStream();

  private StreamedRules() {}

  /**
   * Reads a model without the rules of its tables, which {@link #of} then gives.
   *
   * @return nothing where the model has to be read whole
   */
  static Optional<DmnTree> outline(byte[] bytes) throws UnreadableModelException {
    var rules = new StreamedRules();
    var document = SecureXml.readAround(bytes, rules);
    return document.isEmpty() ? Optional.empty() : rules.under(document.get().getDocumentElement());
  }

  /** The rules that were read past the tree; none where the tree has them. */
  @SuppressWarnings("unchecked") // nothing else is kept under this key
  static List<TableRule> of(Element table) {
    var rules = (List<TableRule>) table.getUserData(KEY);
    return rules == null ? List.of() : rules;
  }

  /** Lets go of the rules. */
  static void forget(DmnTree outline) {
    outline.byId().values().stream()
        .filter(it -> Xml.is(it, "decisionTable"))
        .forEach(it -> it.setUserData(KEY, null, null));
  }

  @Override
  public boolean wants(Node parent, XMLStreamReader reader) {
    return reader.getLocalName().equals("rule")
        && parent instanceof Element table
        && Xml.is(table, "decisionTable")
        && Xml.namespace(table).equals(reader.getNamespaceURI())
        && table.getParentNode() instanceof Element decision
        && Xml.is(decision, "decision")
        && decision.getParentNode() == table.getOwnerDocument().getDocumentElement();
  }

  @Override
  public boolean take(Node parent, XMLStreamReader reader) throws XMLStreamException {
    var rule = stream.rule(reader);
    if (rule == null) {
      return false;
    }
    byTable.computeIfAbsent((Element) parent, it -> new ArrayList<>()).add(rule);
    return true;
  }

  /** Gives the rules to their tables, and ids to all that lacks one. */
  private Optional<DmnTree> under(Element root) {
    var elements = Xml.descendants(root);
    if (elements.stream().anyMatch(it -> isPartOfRule(it, root)) || isAnIdTwice(elements)) {
      return Optional.empty();
    }
    var missing = MissingIds.fill(root, stream.idsLikeOurs());
    byTable.forEach((table, rules) ->
        table.setUserData(KEY, rules.stream().map(it -> complete(it, missing)).toList(), null));
    return Optional.of(DmnTree.complete(root));
  }

  private static boolean isPartOfRule(Element element, Element root) {
    return PARTS.contains(Xml.localName(element))
        && Xml.namespace(element).equals(Xml.namespace(root));
  }

  /** Whether something in a rule has the id of something in the tree. */
  private boolean isAnIdTwice(List<Element> elements) {
    var ids = new HashSet<String>();
    elements.forEach(it -> ids.add(Xml.attribute(it, "id")));
    ids.remove("");
    for (var rules : byTable.values()) {
      for (var rule : rules) {
        if (ids.contains(rule.id()) || isIn(rule.inputs(), ids) || isIn(rule.outputs(), ids)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isIn(List<Cell> cells, Set<String> ids) {
    for (var cell : cells) {
      if (ids.contains(cell.id())) {
        return true;
      }
    }
    return false;
  }

  private static TableRule complete(TableRule rule, MissingIds missing) {
    return new TableRule(
        rule.id().isEmpty() ? missing.next("rule") : rule.id(),
        complete(rule.inputs(), "inputEntry", missing),
        complete(rule.outputs(), "outputEntry", missing),
        rule.annotations());
  }

  private static List<Cell> complete(List<Cell> cells, String name, MissingIds missing) {
    var complete = new ArrayList<Cell>(cells.size());
    for (var cell : cells) {
      complete.add(cell.id().isEmpty() ? new Cell(missing.next(name), cell.text()) : cell);
    }
    return complete;
  }
}
