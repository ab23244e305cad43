package org.rulewright.bpmn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.rulewright.decision.Diagnostic;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.Xml;
import org.rulewright.xml.XmlWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Mends what can be mended without asking the author anything. */
public final class BpmnFix {

  /** The reason of a case for which no branch of a gateway was meant. */
  public static final String NO_BRANCH = "NO_BRANCH";

  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
  private static final String LINES = "http://www.omg.org/spec/DD/20100524/DI";

  private final Document tree;

  private BpmnFix(Document tree) {
    this.tree = tree;
  }

  /**
   * Mends one finding, if it is of a kind that can be: a gateway without a default gets one. An
   * arrow without a condition becomes it; where every arrow has one, a new arrow leads to a new end
   * that refers the case to a person, drawn beside the gateway where there is a diagram.
   */
  public static Optional<BpmnDocument> apply(BpmnDocument document, Diagnostic problem) {
    var place = problem.place().element();
    if (!problem.code().equals("flow.no-default") || place == null) {
      return Optional.empty();
    }
    try {
      var fix = new BpmnFix(SecureXml.read(document.bytes()));
      return fix.addDefault(place)
          ? Optional.of(
              BpmnDocument.read(XmlWriter.write(fix.tree).getBytes(StandardCharsets.UTF_8)))
          : Optional.empty();
    } catch (UnreadableModelException e) {
      throw new IllegalStateException("a file that was read cannot be read again", e);
    }
  }

  private boolean addDefault(String gateway) {
    var found = byId(gateway);
    if (found.isEmpty() || !(found.get().getParentNode() instanceof Element process)) {
      return false;
    }
    var bare =
        Xml.children(process, "sequenceFlow").stream()
            .filter(it -> it.getAttribute("sourceRef").equals(gateway))
            .filter(it -> Xml.child(it, "conditionExpression").isEmpty())
            .toList();
    if (bare.size() > 1) {
      return false;
    }
    var id = bare.isEmpty() ? refer(process, gateway) : bare.getFirst().getAttribute("id");
    found.get().setAttribute("default", id);
    return true;
  }

  /** Adds an end that refers to a person and an arrow to it; returns the id of the arrow. */
  private String refer(Element process, String gateway) {
    var end = model(process, "endEvent", free(gateway + "_refer"));
    var extensions = model(process, "extensionElements", "");
    var refer = tree.createElementNS(Namespaces.OURS, "rw:refer");
    refer.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:rw", Namespaces.OURS);
    refer.setAttribute("reason", NO_BRANCH);
    extensions.appendChild(refer);
    end.appendChild(extensions);
    var flow = model(process, "sequenceFlow", free(gateway + "_default"));
    flow.setAttribute("sourceRef", gateway);
    flow.setAttribute("targetRef", end.getAttribute("id"));
    process.appendChild(end);
    process.appendChild(flow);
    draw(gateway, end.getAttribute("id"), flow.getAttribute("id"));
    return flow.getAttribute("id");
  }

  private void draw(String gateway, String end, String flow) {
    var shape =
        all().stream()
            .filter(it -> Xml.is(it, "BPMNShape"))
            .filter(it -> it.getAttribute("bpmnElement").equals(gateway))
            .findFirst();
    var bounds = shape.flatMap(it -> Xml.child(it, "Bounds"));
    if (bounds.isEmpty() || !(shape.get().getParentNode() instanceof Element plane)) {
      return;
    }
    double x = number(bounds.get(), "x") + number(bounds.get(), "width") / 2;
    double y = number(bounds.get(), "y") + number(bounds.get(), "height");
    var circle = diagram(plane, DI, "bpmndi:BPMNShape", "bpmnElement", end);
    var place = diagram(circle, DC, "dc:Bounds", "x", String.valueOf(x - 18));
    place.setAttribute("y", String.valueOf(y + 60));
    place.setAttribute("width", "36");
    place.setAttribute("height", "36");
    var edge = diagram(plane, DI, "bpmndi:BPMNEdge", "bpmnElement", flow);
    for (double at : List.of(y, y + 60)) {
      diagram(edge, LINES, "di:waypoint", "x", String.valueOf(x))
          .setAttribute("y", String.valueOf(at));
    }
  }

  private Element diagram(
      Element parent, String namespace, String name, String attribute, String value) {
    var element = tree.createElementNS(namespace, name);
    var prefix = name.substring(0, name.indexOf(':'));
    element.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:" + prefix, namespace);
    element.setAttribute(attribute, value);
    if (name.startsWith("bpmndi:")) {
      element.setAttribute("id", free(value + "_di"));
    }
    parent.appendChild(element);
    return element;
  }

  private static double number(Element element, String attribute) {
    try {
      return Double.parseDouble(element.getAttribute(attribute));
    } catch (NumberFormatException none) {
      return 0;
    }
  }

  /** An element of BPMN, with the prefix the file uses for it. */
  private Element model(Element process, String name, String id) {
    var prefix = process.getPrefix();
    var element =
        tree.createElementNS(
            BpmnDocument.MODEL, prefix == null || prefix.isEmpty() ? name : prefix + ":" + name);
    if (!id.isEmpty()) {
      element.setAttribute("id", id);
    }
    return element;
  }

  private String free(String wanted) {
    String id = wanted;
    for (int i = 2; byId(id).isPresent(); i++) {
      id = wanted + i;
    }
    return id;
  }

  private Optional<Element> byId(String id) {
    return all().stream().filter(it -> it.getAttribute("id").equals(id)).findFirst();
  }

  private List<Element> all() {
    return Xml.descendants(tree.getDocumentElement());
  }
}
