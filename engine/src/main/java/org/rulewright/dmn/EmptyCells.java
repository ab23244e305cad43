package org.rulewright.dmn;

import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Writes a dash into input cells left empty: editors mean by it what the standard writes so. */
final class EmptyCells {

  private EmptyCells() {}

  static void fill(Element root) {
    for (var cell : Xml.descendants(root)) {
      if (Xml.is(cell, "inputEntry")
          && Xml.namespace(cell).equals(Xml.namespace(root))
          && Xml.text(cell).isEmpty()) {
        textOf(cell).setTextContent("-");
      }
    }
  }

  private static Element textOf(Element cell) {
    return Xml.child(cell, "text")
        .orElseGet(() -> {
          var prefix = cell.getPrefix();
          var name = prefix == null || prefix.isEmpty() ? "text" : prefix + ":text";
          return (Element)
              cell.appendChild(
                  cell.getOwnerDocument().createElementNS(cell.getNamespaceURI(), name));
        });
  }
}
