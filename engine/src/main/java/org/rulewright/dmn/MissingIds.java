package org.rulewright.dmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Gives an id to every element a diagnostic can point at that lacks one, always the same one. */
final class MissingIds {

  private static final Set<String> POINTED_AT =
      Set.of(
          "definitions",
          "decision",
          "inputData",
          "businessKnowledgeModel",
          "knowledgeSource",
          "decisionService",
          "informationRequirement",
          "knowledgeRequirement",
          "authorityRequirement",
          "decisionTable",
          "input",
          "inputExpression",
          "inputEntry",
          "output",
          "outputEntry",
          "defaultOutputEntry",
          "rule",
          "literalExpression",
          "context",
          "contextEntry",
          "invocation",
          "relation",
          "list",
          "functionDefinition",
          "encapsulatedLogic",
          "conditional",
          "filter",
          "for",
          "some",
          "every",
          "itemDefinition");

  private MissingIds() {}

  static void fill(Element root) {
    var elements = Xml.descendants(root);
    elements.addFirst(root);
    var taken = new HashSet<String>();
    elements.forEach(element -> taken.add(Xml.attribute(element, "id")));
    var counters = new HashMap<String, Integer>();
    for (var element : elements) {
      if (isPointedAt(element, root) && Xml.attribute(element, "id").isEmpty()) {
        element.setAttribute("id", nextId(Xml.localName(element), counters, taken));
      }
    }
  }

  private static boolean isPointedAt(Element element, Element root) {
    return Xml.namespace(element).equals(Xml.namespace(root))
        && POINTED_AT.contains(Xml.localName(element));
  }

  private static String nextId(String name, Map<String, Integer> counters, Set<String> taken) {
    String id;
    do {
      id = "rw_" + name + "_" + counters.merge(name, 1, Integer::sum);
    } while (!taken.add(id));
    return id;
  }
}
