package org.rulewright.dmn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rulewright.xml.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The tree of a model, completed by what an author may leave out: ids, and the dash of a cell that
 * tests nothing.
 */
record DmnTree(Element root, Map<String, Element> byId) {

  /** Completes the tree. */
  static DmnTree of(Document document) {
    var root = document.getDocumentElement();
    MissingIds.fill(root);
    EmptyCells.fill(root);
    return complete(root);
  }

  /** Takes a tree that is complete. */
  static DmnTree complete(Element root) {
    var byId = new LinkedHashMap<String, Element>();
    for (var element : Xml.descendants(root)) {
      if (element.hasAttribute("id")) {
        byId.putIfAbsent(Xml.attribute(element, "id"), element);
      }
    }
    return new DmnTree(root, byId);
  }
}
