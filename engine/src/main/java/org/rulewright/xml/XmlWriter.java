package org.rulewright.xml;

import java.util.TreeMap;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;
import org.w3c.dom.Text;

/** Writes a tree as XML such that equal trees give equal characters. */
public final class XmlWriter {

  private final StringBuilder out = new StringBuilder();

  private XmlWriter() {}

  public static String write(Document document) {
    var writer = new XmlWriter();
    writer.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    for (var node = document.getFirstChild(); node != null; node = node.getNextSibling()) {
      writer.node(node, 0, false);
      writer.out.append('\n');
    }
    return writer.out.toString();
  }

  private void node(Node node, int depth, boolean verbatim) {
    switch (node) {
      case Element element -> element(element, depth, verbatim);
      // a section of characters means the same as text, and is written as such
      case CDATASection section -> text(section.getData());
      case Text text -> text(text.getData());
      case Comment comment -> out.append("<!--").append(comment.getData()).append("-->");
      case ProcessingInstruction instruction ->
          out.append("<?")
              .append(instruction.getTarget())
              .append(instruction.getData().isEmpty() ? "" : " ")
              .append(instruction.getData())
              .append("?>");
      default -> throw new IllegalStateException("unexpected node " + node.getNodeName());
    }
  }

  private void element(Element element, int depth, boolean verbatim) {
    out.append('<').append(element.getTagName());
    attributes(element);
    if (element.getFirstChild() == null) {
      out.append("/>");
      return;
    }
    out.append('>');
    if (verbatim || hasText(element)) {
      for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
        node(child, depth + 1, true);
      }
    } else {
      indented(element, depth);
    }
    out.append("</").append(element.getTagName()).append('>');
  }

  private void indented(Element element, int depth) {
    for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (!(child instanceof Text)) {
        out.append('\n').append("  ".repeat(depth + 1));
        node(child, depth + 1, false);
      }
    }
    out.append('\n').append("  ".repeat(depth));
  }

  /** Whether the whitespace in an element means something. */
  private static boolean hasText(Element element) {
    boolean elements = false;
    for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Text text && !text.getData().isBlank()) {
        return true;
      }
      elements |= !(child instanceof Text);
    }
    return !elements || "preserve".equals(element.getAttribute("xml:space"));
  }

  private void attributes(Element element) {
    var sorted = new TreeMap<String, String>();
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      sorted.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
    }
    sorted.forEach((name, value) ->
        out.append(' ').append(name).append("=\"").append(quoted(value)).append('"'));
  }

  private void text(String text) {
    out.append(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\r", "&#13;"));
  }

  private static String quoted(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#13;")
        .replace("\n", "&#10;")
        .replace("\t", "&#9;");
  }
}
