package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** What a model may not hold in any engine: a way to Java, to other files, or out of all bounds. */
final class Refusals {

  private static final int LONGEST_TEXT = 50_000;
  private static final int DEEPEST_TEXT = 60;
  private static final Set<String> OWN_IMPORTS = Set.of("import");

  private Refusals() {}

  static List<Diagnostic> of(DmnDocument document) {
    // rules that are not in the outline were found harmless when they were read
    var found = new ArrayList<Diagnostic>();
    for (var element : Xml.descendants(document.contents().root())) {
      external(element, found);
      imported(element, document, found);
      text(element, found);
    }
    found.addAll(GraphCheck.cycles(document));
    return found;
  }

  private static void external(Element element, List<Diagnostic> found) {
    var kind = Xml.attribute(element, "kind");
    if ((Xml.is(element, "encapsulatedLogic") || Xml.is(element, "functionDefinition"))
        && !kind.isEmpty()
        && !kind.equals("FEEL")) {
      found.add(
          Diagnostic.error("dmn.external-function", place(element), ownerName(element), kind));
    }
  }

  private static void imported(Element element, DmnDocument document, List<Diagnostic> found) {
    if (OWN_IMPORTS.contains(Xml.localName(element))
        && element.getParentNode() == document.contents().root()
        && DmnVersion.ofNamespace(Xml.attribute(element, "importType")).isEmpty()) {
      found.add(
          Diagnostic.error(
              "dmn.import-refused",
              Place.of(Xml.attribute(element, "name")),
              Xml.attribute(element, "importType")));
    }
  }

  private static void text(Element element, List<Diagnostic> found) {
    if (!Xml.is(element, "text") || !(element.getParentNode() instanceof Element parent)) {
      return;
    }
    var text = element.getTextContent();
    if (text.length() > LONGEST_TEXT) {
      found.add(Diagnostic.error("dmn.text-too-long", place(parent), String.valueOf(LONGEST_TEXT)));
    } else if (depth(text) > DEEPEST_TEXT) {
      found.add(Diagnostic.error("dmn.text-too-deep", place(parent), String.valueOf(DEEPEST_TEXT)));
    } else if (text.contains("external") && isExternal(parent, text)) {
      found.add(
          Diagnostic.error("dmn.external-function", place(parent), ownerName(parent), "Java"));
    }
  }

  /** Whether a text is longer, or nested deeper, than is read. */
  static boolean isTooLarge(String text) {
    return text.length() > LONGEST_TEXT || depth(text) > DEEPEST_TEXT;
  }

  private static boolean isExternal(Element parent, String text) {
    return FeelSyntax.expression(text, Map.of()).external()
        || (Xml.is(parent, "inputEntry") && FeelSyntax.unaryTests(text, Map.of()).external());
  }

  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
        case ')', ']', '}' -> depth--;
        default -> {
          // no bracket
        }
      }
    }
    return deepest;
  }

  /** The nearest decision or function that holds the element, and the element itself. */
  static Place place(Element element) {
    var owner = owner(element);
    var id = Xml.attribute(element, "id");
    return owner == element || id.isEmpty()
        ? Place.of(Xml.attribute(owner, "id"))
        : Place.of(Xml.attribute(owner, "id"), id);
  }

  static Element owner(Element element) {
    var owner = element;
    while (owner.getParentNode() instanceof Element parent
        && parent.getParentNode() instanceof Element) {
      owner = parent;
    }
    return owner;
  }

  private static String ownerName(Element element) {
    return Xml.attribute(owner(element), "name");
  }
}
