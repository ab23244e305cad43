package org.rulewright.bpmn;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rulewright.dmn.Feel;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.UnreadableModelException.Reason;
import org.rulewright.xml.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A BPMN file as its author wrote it, nothing lost: what we cannot run, extensions and the diagram
 * included.
 */
public final class BpmnDocument {

  static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private final byte[] bytes;
  private final Document source;

  private BpmnDocument(byte[] bytes, Document source) {
    this.bytes = bytes;
    this.source = source;
  }

  /** Reads a file; entities, document types and anything but BPMN 2.0 are refused. */
  public static BpmnDocument read(byte[] bytes) throws UnreadableModelException {
    var document = SecureXml.read(bytes);
    var root = document.getDocumentElement();
    if (!Xml.is(root, "definitions") || !Xml.namespace(root).contains("/BPMN/")) {
      var name = Xml.namespace(root).isEmpty() ? "" : "{" + Xml.namespace(root) + "}";
      throw new UnreadableModelException(
          Reason.WRONG_ROOT,
          List.of(name + Xml.localName(root), "BPMN", "definitions"),
          0,
          0,
          null);
    }
    if (!Xml.namespace(root).equals(MODEL)) {
      throw new UnreadableModelException(
          Reason.UNKNOWN_VERSION, List.of(Xml.namespace(root), "BPMN 2.0"), 0, 0, null);
    }
    return new BpmnDocument(bytes.clone(), document);
  }

  /** Whether a file says of itself that it is BPMN; it may be wrong in any other way. */
  public static boolean isBpmn(byte[] bytes) {
    try {
      var root = SecureXml.read(bytes).getDocumentElement();
      return Xml.is(root, "definitions") && Xml.namespace(root).contains("/BPMN/");
    } catch (UnreadableModelException unreadable) {
      return false;
    }
  }

  /** Returns the keys of the look-up tables that its expressions name. */
  public Set<String> lookups() {
    var keys = new LinkedHashSet<String>();
    texts().forEach(text -> keys.addAll(Feel.lookups(text)));
    return keys;
  }

  /** Whether a word stands in any of its texts and attributes. */
  public boolean mentions(String word) {
    return texts().anyMatch(text -> text.contains(word));
  }

  /**
   * An event, task, gateway, arrow or process.
   *
   * @param kind its name in BPMN, such as {@code businessRuleTask}
   * @param name what its author called it; empty where it has no name
   * @param content everything in it, the same for the same content
   */
  public record Part(String id, String kind, String name, String content) {

    /** Its kind and its name, or its id where it has none. */
    public String label() {
      return kind + " " + called();
    }

    /** Its name, or its id where it has none. */
    public String called() {
      return name.isBlank() ? id : name;
    }
  }

  /** Returns what processes are made of, in the order of the file; the drawing is no part. */
  public List<Part> parts() {
    return Xml.children(root(), "process").stream()
        .flatMap(process ->
            Stream.concat(
                Stream.of(process),
                Xml.children(process).stream().filter(it -> it.hasAttribute("id"))))
        .map(BpmnDocument::part)
        .toList();
  }

  private static Part part(Element element) {
    var name = Xml.attribute(element, "name");
    var id = Xml.attribute(element, "id");
    var content = new StringBuilder();
    write(element, content, !Xml.is(element, "process"));
    return new Part(id, Xml.localName(element), name, content.toString());
  }

  private static void write(Element element, StringBuilder out, boolean deep) {
    out.append(Xml.localName(element));
    var attributes = new TreeMap<String, String>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      var attribute = element.getAttributes().item(i);
      attributes.put(attribute.getNodeName(), attribute.getNodeValue());
    }
    attributes.forEach((name, value) -> out.append(' ').append(name).append('=').append(value));
    var children = Xml.children(element);
    if (deep && children.isEmpty() && !element.getTextContent().isBlank()) {
      out.append(": ").append(element.getTextContent().strip());
    }
    // a process is made of parts that stand for themselves
    if (deep) {
      children.stream()
          // which arrows come and go is told with the arrows
          .filter(it -> !Xml.is(it, "incoming") && !Xml.is(it, "outgoing"))
          .forEach(it -> write(it, out.append("; "), true));
    }
  }

  private Stream<String> texts() {
    return Xml.descendants(root()).stream()
        .flatMap(element -> {
          var attributes = element.getAttributes();
          var values =
              IntStream.range(0, attributes.getLength())
                  .mapToObj(i -> attributes.item(i).getNodeValue());
          return Xml.children(element).isEmpty()
              ? Stream.concat(values, Stream.of(element.getTextContent()))
              : values;
        });
  }

  /** Returns exactly the bytes that were read. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Returns the id of the process that is the flow, by which other flows call it. */
  public Optional<String> key() {
    return process().map(it -> Xml.attribute(it, "id"));
  }

  /** Returns the name of the process that is the flow, or of its id where it has none. */
  public String name() {
    return process()
        .map(it -> it.hasAttribute("name") ? it.getAttribute("name") : it.getAttribute("id"))
        .orElse("");
  }

  /** Returns the processes that hold steps. */
  List<Element> processes() {
    return Xml.children(root(), "process").stream()
        .filter(it ->
            Xml.children(it).stream()
                .anyMatch(child -> FlowElements.isNode(child) || Xml.is(child, "sequenceFlow")))
        .toList();
  }

  /** Returns the process that runs: the only one, or the only executable of several. */
  Optional<Element> process() {
    var all = processes();
    var candidates =
        all.size() == 1
            ? all
            : all.stream().filter(it -> it.getAttribute("isExecutable").equals("true")).toList();
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  /** The tree; not to be changed. */
  Element root() {
    return source.getDocumentElement();
  }
}
