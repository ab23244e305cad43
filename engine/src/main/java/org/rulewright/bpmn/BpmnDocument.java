package org.rulewright.bpmn;

import java.util.List;
import java.util.Optional;
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
