package org.rulewright.dmn;

import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The extension elements of our namespace, which say what a standard element was drawn as. */
final class Extensions {

  static final String NAMESPACE = "https://rulewright.org/dmn/1";
  private static final String PREFIX = "rulewright:";

  private Extensions() {}

  /** Finds our extension of a name in a DMN element. */
  static Optional<Element> find(Element owner, String name) {
    return Xml.child(owner, "extensionElements").stream()
        .flatMap(it -> children(it, name).stream())
        .findFirst();
  }

  /** The children that are of our namespace and of this name. */
  static List<Element> children(Element parent, String name) {
    return Xml.children(parent, name).stream()
        .filter(it -> Xml.namespace(it).equals(NAMESPACE))
        .toList();
  }

  /** Adds a child of our namespace. */
  static Element add(Element parent, String name) {
    var child = parent.getOwnerDocument().createElementNS(NAMESPACE, PREFIX + name);
    parent.appendChild(child);
    declare(child);
    return child;
  }

  /** Whether a model says at its root what the prefix of our namespace means. */
  static boolean isDeclared(Element root) {
    return root.getAttribute("xmlns:rulewright").equals(NAMESPACE);
  }

  /** Declares the prefix of an element where it means something else, or nothing. */
  static void declare(Element element) {
    var prefix = element.getPrefix();
    var namespace = element.getNamespaceURI();
    if (prefix != null && !namespace.equals(lookedUp(element, prefix))) {
      element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, namespace);
    }
  }

  /** Looks at the declarations themselves: the tree would answer with the element's own prefix. */
  private static String lookedUp(Element element, String prefix) {
    for (Node node = element; node instanceof Element it; node = it.getParentNode()) {
      if (it.hasAttribute("xmlns:" + prefix)) {
        return it.getAttribute("xmlns:" + prefix);
      }
    }
    return "";
  }

  /** Adds a child of our namespace that holds a text. */
  static void add(Element parent, String name, String text) {
    add(parent, name).setTextContent(text);
  }

  /** Sets an attribute that has something to say. */
  static void set(Element element, String name, String value) {
    if (!value.isEmpty()) {
      element.setAttribute(name, value);
    }
  }
}
