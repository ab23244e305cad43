package org.rulewright.dmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Gives an id to every element a diagnostic can point at that lacks one, always the same one. */
final class MissingIds {

  static final String PREFIX = "rw_";

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

  private final Set<String> taken;
  private final Map<String, int[]> counters = new HashMap<>();

  private MissingIds(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  static void fill(Element root) {
    fill(root, Set.of());
  }

  /**
   * The same for a tree that is not the whole model.
   *
   * @param elsewhere the ids of what is not in the tree, as far as they begin with {@link #PREFIX}
   * @return gives the ids that the elements not in the tree lack
   */
  static MissingIds fill(Element root, Set<String> elsewhere) {
    var elements = Xml.descendants(root);
    elements.addFirst(root);
    var missing = new MissingIds(elsewhere);
    elements.forEach(element -> missing.taken.add(Xml.attribute(element, "id")));
    for (var element : elements) {
      if (isPointedAt(element, root) && Xml.attribute(element, "id").isEmpty()) {
        element.setAttribute("id", missing.next(Xml.localName(element)));
      }
    }
    return missing;
  }

  private static boolean isPointedAt(Element element, Element root) {
    return Xml.namespace(element).equals(Xml.namespace(root))
        && POINTED_AT.contains(Xml.localName(element));
  }

  /** The id of the next element of this name that lacks one, in the order of the document. */
  String next(String name) {
    int[] counter = counters.computeIfAbsent(name, it -> new int[1]);
    String id;
    do {
      id = PREFIX + name + "_" + ++counter[0];
    } while (taken.contains(id));
    return id;
  }
}
