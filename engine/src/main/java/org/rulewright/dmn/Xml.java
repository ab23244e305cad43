package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a DOM tree by local names; the namespace of a DMN element says only its edition. */
final class Xml {

  private Xml() {}

  static List<Element> children(Node parent) {
    var found = new ArrayList<Element>();
    for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  static List<Element> children(Node parent, String localName) {
    return children(parent).stream().filter(child -> is(child, localName)).toList();
  }

  static Optional<Element> child(Node parent, String localName) {
    return children(parent).stream().filter(child -> is(child, localName)).findFirst();
  }

  /** Returns all descendants in document order, the element itself left out. */
  static List<Element> descendants(Element element) {
    var found = new ArrayList<Element>();
    collect(element, found);
    return found;
  }

  private static void collect(Element element, List<Element> found) {
    for (var child : children(element)) {
      found.add(child);
      collect(child, found);
    }
  }

  static boolean is(Element element, String localName) {
    return localName(element).equals(localName);
  }

  static String localName(Element element) {
    var name = element.getLocalName();
    return name == null ? element.getTagName() : name;
  }

  static String namespace(Element element) {
    var namespace = element.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  static String attribute(Element element, String name) {
    return element.getAttribute(name);
  }

  static @Nullable String optional(Element element, String name) {
    return element.hasAttribute(name) ? element.getAttribute(name) : null;
  }

  /** Returns the trimmed content of the element's {@code text} child, empty where it has none. */
  static String text(@Nullable Element element) {
    return element == null
        ? ""
        : child(element, "text").map(text -> text.getTextContent().strip()).orElse("");
  }

  static String textOf(Element parent, String localName) {
    return text(child(parent, localName).orElse(null));
  }
}
