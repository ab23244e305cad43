package org.rulewright.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a DOM tree by local names; the namespace of a DMN element says only its edition. */
public final class Xml {

  private Xml() {}

  public static List<Element> children(Node parent) {
    var found = new ArrayList<Element>();
    for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  public static List<Element> children(Node parent, String localName) {
    return children(parent).stream().filter(child -> is(child, localName)).toList();
  }

  public static Optional<Element> child(Node parent, String localName) {
    return children(parent).stream().filter(child -> is(child, localName)).findFirst();
  }

  /** Returns all descendants in document order, the element itself left out. */
  public static List<Element> descendants(Element element) {
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

  public static boolean is(Element element, String localName) {
    return localName(element).equals(localName);
  }

  public static String localName(Element element) {
    var name = element.getLocalName();
    return name == null ? element.getTagName() : name;
  }

  public static String namespace(Element element) {
    var namespace = element.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  public static String attribute(Element element, String name) {
    return element.getAttribute(name);
  }

  public static @Nullable String optional(Element element, String name) {
    return element.hasAttribute(name) ? element.getAttribute(name) : null;
  }

  /** Returns the trimmed content of the element's {@code text} child, empty where it has none. */
  public static String text(@Nullable Element element) {
    return element == null
        ? ""
        : child(element, "text").map(text -> text.getTextContent().strip()).orElse("");
  }

  public static String textOf(Element parent, String localName) {
    return text(child(parent, localName).orElse(null));
  }
}
