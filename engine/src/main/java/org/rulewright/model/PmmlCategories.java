package org.rulewright.model;

import java.util.HashSet;
import java.util.Set;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * The categories of fields that declare none.
 *
 * <p>The evaluator learns such categories as it meets them, in a table that every scoring changes
 * and that never shrinks. So such models are scored by one thread at a time, and a text that the
 * file nowhere mentions, which therefore means the same as any other such text, is replaced by one
 * that stands for all of them.
 */
final class PmmlCategories {

  /** Stands for every text the file does not mention; no XML file can mention it. */
  static final String OTHER = "\uFFFF";

  private static final Set<String> READ_TEXTS =
      Set.of(
          "substring",
          "uppercase",
          "lowercase",
          "trimBlanks",
          "concat",
          "replace",
          "matches",
          "stringLength");

  private final Set<String> mentioned = new HashSet<>();
  private boolean learned;
  private boolean textsRead;

  PmmlCategories(Element root) {
    visit(root);
    for (var element : Xml.descendants(root)) {
      visit(element);
    }
  }

  private void visit(Element element) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      mentioned.add(attributes.item(i).getNodeValue());
    }
    if (Xml.children(element).isEmpty()) {
      mentioned.addAll(PmmlArray.texts(element.getTextContent()));
      mentioned.add(element.getTextContent());
    }
    var name = Xml.localName(element);
    boolean field = name.equals("DataField") || name.equals("DerivedField");
    learned |=
        field
            && !element.getAttribute("optype").equals("continuous")
            && Xml.children(element, "Value").isEmpty();
    textsRead |= name.equals("Apply") && READ_TEXTS.contains(element.getAttribute("function"));
  }

  /** Whether scoring changes what the evaluator has learned. */
  boolean learned() {
    return learned;
  }

  /** The text itself, or what stands for it. */
  String known(String text) {
    return !learned || textsRead || mentioned.contains(text) ? text : OTHER;
  }
}
