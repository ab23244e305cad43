package org.rulewright.ui.dmn;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Everything a document says, counted: elements by their way from the root, attributes, texts of
 * leaves, comments.
 */
final class Bag {
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  private final Map<String, Integer> things = new TreeMap<>();

  Bag(String xml) {
    collect(parse(xml), "");
  }

  /** What the original says and this does not. */
  Map<String, Integer> missing(Bag original) {
    Map<String, Integer> missing = new TreeMap<>();
    original.things.forEach((thing, count) -> {
      var fewer = count - things.getOrDefault(thing, 0);
      if (fewer > 0) {
        missing.put(thing, fewer);
      }
    });
    return missing;
  }

  private void collect(Node node, String way) {
    switch (node) {
      case Element element -> collect(element, way);
      case Comment comment -> count("comment " + comment.getData());
      case Document document -> each(document, way);
      default -> {}
    }
  }

  private void collect(Element element, String way) {
    var here = way + "/{" + element.getNamespaceURI() + "}" + element.getLocalName();
    var isLeaf = element.getElementsByTagName("*").getLength() == 0;
    count(here + " " + (isLeaf ? element.getTextContent().strip() : ""));
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      if (!XMLNS.equals(attribute.getNamespaceURI())) {
        count(
            "%s @{%s}%s=%s"
                .formatted(
                    here,
                    attribute.getNamespaceURI(),
                    attribute.getLocalName(),
                    normalised(attribute.getNodeValue())));
      }
    }
    each(element, here);
  }

  private void each(Node parent, String way) {
    for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      collect(child, way);
    }
  }

  private void count(String thing) {
    things.merge(thing, 1, Integer::sum);
  }

  /** 12.0 and 12 are the same coordinate. */
  private static String normalised(String value) {
    try {
      return new BigDecimal(value.strip()).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException notANumber) {
      return value.strip();
    }
  }

  private static Document parse(String xml) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.strip().getBytes(StandardCharsets.UTF_8)));
    } catch (Exception unreadable) {
      throw new AssertionError("not well-formed: " + xml, unreadable);
    }
  }
}
