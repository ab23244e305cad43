package org.rulewright.xml;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.rulewright.xml.UnreadableModelException.Reason;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads XML of strangers into a tree, refusing whatever could make the reader fetch, expand or
 * recurse without bound.
 */
public final class SecureXml {

  public static final int MAX_BYTES = 20 * 1024 * 1024;
  public static final int MAX_DEPTH = 180;

  private SecureXml() {}

  /** Reads elements by itself that would otherwise become part of the tree. */
  public interface Detour {

    /** Whether to read the element by itself that the reader has just come to. */
    boolean wants(Node parent, XMLStreamReader reader);

    /** Reads to the end of that element; false where it has to be part of the tree after all. */
    boolean take(Node parent, XMLStreamReader reader) throws XMLStreamException;
  }

  public static Document read(byte[] bytes) throws UnreadableModelException {
    return read(bytes, null)
        .orElseThrow(() -> new IllegalStateException("without a detour the tree is whole"));
  }

  /**
   * Reads a tree without some of its elements.
   *
   * @return nothing where the detour could not take an element it wanted
   */
  public static Optional<Document> readAround(byte[] bytes, Detour detour)
      throws UnreadableModelException {
    return read(bytes, detour);
  }

  private static Optional<Document> read(byte[] bytes, @Nullable Detour detour)
      throws UnreadableModelException {
    if (bytes.length == 0) {
      throw new UnreadableModelException(Reason.EMPTY, List.of(), 0, 0, null);
    }
    if (bytes.length > MAX_BYTES) {
      var arguments = List.of(String.valueOf(bytes.length), String.valueOf(MAX_BYTES));
      throw new UnreadableModelException(Reason.TOO_LARGE, arguments, 0, 0, null);
    }
    try {
      var reader = inputFactory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        return tree(reader, detour);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw notXml(e);
    } catch (RuntimeException e) {
      // the parser of the JDK throws these on some malformed encodings and name clashes
      throw new UnreadableModelException(
          Reason.NOT_XML, List.of(String.valueOf(e.getMessage())), 0, 0, e);
    }
  }

  public static Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has no XML document builder", e);
    }
  }

  private static XMLInputFactory inputFactory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    // ours is checked instead, and says what was wrong
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    // what the parser reports is thrown too; without a reporter it prints to standard error
    factory.setXMLReporter((message, type, information, location) -> {});
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("external entities are not read");
    });
    return factory;
  }

  private static Optional<Document> tree(XMLStreamReader reader, @Nullable Detour detour)
      throws XMLStreamException, UnreadableModelException {
    var document = empty();
    Node parent = document;
    int depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (detour != null && detour.wants(parent, reader)) {
            if (!detour.take(parent, reader)) {
              return Optional.empty();
            }
            continue;
          }
          if (++depth > MAX_DEPTH) {
            throw refused(Reason.TOO_DEEP, List.of(String.valueOf(MAX_DEPTH)), reader);
          }
          parent = parent.appendChild(element(document, reader));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          parent = parentOf(parent);
        }
        case XMLStreamConstants.DTD -> throw refused(Reason.DOCTYPE, List.of(), reader);
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw refused(Reason.NOT_XML, List.of("&" + reader.getLocalName() + ";"), reader);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
          if (parent != document) {
            parent.appendChild(document.createTextNode(reader.getText()));
          }
        }
        case XMLStreamConstants.CDATA ->
            parent.appendChild(document.createCDATASection(reader.getText()));
        case XMLStreamConstants.COMMENT ->
            parent.appendChild(document.createComment(reader.getText()));
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            parent.appendChild(
                document.createProcessingInstruction(
                    reader.getPITarget(), reader.getPIData() == null ? "" : reader.getPIData()));
        default -> {
          // start and end of the document carry nothing to keep
        }
      }
    }
    document.normalize();
    return Optional.of(document);
  }

  private static Node parentOf(Node node) {
    var parent = node.getParentNode();
    if (parent == null) {
      throw new IllegalStateException("an element closes that was never opened");
    }
    return parent;
  }

  private static Element element(Document document, XMLStreamReader reader) {
    var element =
        document.createElementNS(
            reader.getNamespaceURI(), qualified(reader.getPrefix(), reader.getLocalName()));
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      var prefix = reader.getNamespacePrefix(i);
      var uri = reader.getNamespaceURI(i);
      element.setAttributeNS(
          XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
          prefix == null ? "xmlns" : "xmlns:" + prefix,
          uri == null ? "" : uri);
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.setAttributeNS(
          reader.getAttributeNamespace(i),
          qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
          reader.getAttributeValue(i));
    }
    return element;
  }

  private static String qualified(@Nullable String prefix, String local) {
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private static UnreadableModelException refused(
      Reason reason, List<String> arguments, XMLStreamReader reader) {
    var location = reader.getLocation();
    return new UnreadableModelException(
        reason, arguments, location.getLineNumber(), location.getColumnNumber(), null);
  }

  private static UnreadableModelException notXml(XMLStreamException e) {
    var location = e.getLocation();
    var text = String.valueOf(e.getMessage());
    // with document types switched off the parser stops at an entity of one
    var reason =
        text.toLowerCase(Locale.ROOT).contains("doctype") ? Reason.DOCTYPE : Reason.NOT_XML;
    int message = text.indexOf("Message: ");
    return new UnreadableModelException(
        reason,
        List.of(message < 0 ? text : text.substring(message + "Message: ".length())),
        location == null ? 0 : location.getLineNumber(),
        location == null ? 0 : location.getColumnNumber(),
        e);
  }
}
