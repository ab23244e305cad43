package org.rulewright.dmn;

import java.util.Set;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.Xml;
import org.rulewright.xml.XmlWriter;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes a model for the reference engine: its logic only, nothing that engine could stumble on.
 */
final class KieXml {

  /** Attributes by which the XML library of that engine lets a document choose Java types. */
  private static final Set<String> CHOOSES_TYPES =
      Set.of("class", "resolves-to", "defined-in", "reference");

  private static final Set<String> NO_LOGIC = Set.of("extensionElements", "DMNDI");

  private KieXml() {}

  static String write(DmnDocument document) {
    var copy = SecureXml.empty();
    copy.appendChild(copy.importNode(document.root(), true));
    var root = copy.getDocumentElement();
    strip(root);
    var used = Xml.namespace(root);
    var xml = XmlWriter.write(copy);
    // an alias of the namespace is replaced where it is declared
    return used.equals(document.version().namespace())
        ? xml
        : xml.replace("=\"" + used + "\"", "=\"" + document.version().namespace() + "\"");
  }

  private static void strip(Element element) {
    for (var name : CHOOSES_TYPES) {
      element.removeAttribute(name);
    }
    Node next;
    for (var child = element.getFirstChild(); child != null; child = next) {
      next = child.getNextSibling();
      if (child instanceof Element it) {
        if (NO_LOGIC.contains(Xml.localName(it))) {
          element.removeChild(it);
        } else {
          strip(it);
        }
      } else if (child.getNodeType() == Node.COMMENT_NODE
          || child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
        element.removeChild(child);
      }
    }
  }
}
