package org.rulewright.dmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Gives decisions and inputs that the diagram of a model lacks a place in it. */
final class ModelDiagram {

  private static final String DMNDI = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
  private static final String DC = "http://www.omg.org/spec/DMN/20180521/DC/";
  private static final String DI = "http://www.omg.org/spec/DMN/20180521/DI/";
  private static final Map<String, String> DMNDI_OF_EDITION =
      Map.of(
          "https://www.omg.org/spec/DMN/20191111/MODEL/",
          DMNDI,
          "https://www.omg.org/spec/DMN/20211108/MODEL/",
          "https://www.omg.org/spec/DMN/20211108/DMNDI/",
          "https://www.omg.org/spec/DMN/20230324/MODEL/",
          "https://www.omg.org/spec/DMN/20230324/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/MODEL/",
          "http://www.omg.org/spec/DMN/20180521/DMNDI/");

  private static final int WIDTH = 180;
  private static final int HEIGHT = 80;
  private static final int STEP = 220;
  private static final int ROW = 160;

  private final Element root;
  private final Map<String, double[]> bounds = new HashMap<>();
  private final Set<String> drawn = new HashSet<>();

  ModelDiagram(Element root) {
    this.root = root;
  }

  /** Adds shapes and edges; a model of DMN 1.1, which has no diagrams, stays as it is. */
  void complete() {
    var namespace = DMNDI_OF_EDITION.get(Xml.namespace(root));
    if (namespace == null) {
      return;
    }
    var diagram = diagram(namespace);
    for (var element : Xml.descendants(diagram)) {
      drawn.add(Xml.attribute(element, "dmnElementRef"));
      if (Xml.is(element, "DMNShape")) {
        Xml.child(element, "Bounds")
            .ifPresent(it -> bounds.put(Xml.attribute(element, "dmnElementRef"), read(it)));
      }
    }
    double top = bounds.values().stream().mapToDouble(it -> it[1] + it[3]).max().orElse(0) + 80;
    var levels = new HashMap<Integer, Integer>();
    for (var element : Xml.children(root)) {
      if ((Xml.is(element, "decision") || Xml.is(element, "inputData"))
          && drawn.add(Xml.attribute(element, "id"))) {
        int level = Xml.is(element, "inputData") ? 2 : isNeeded(element) ? 1 : 0;
        int column = levels.merge(level, 1, Integer::sum) - 1;
        shape(diagram, element, 80 + column * STEP, top + level * ROW);
      }
    }
    Xml.children(root, "decision").forEach(it -> edges(diagram, it));
  }

  private boolean isNeeded(Element decision) {
    var href = "#" + Xml.attribute(decision, "id");
    return Xml.children(root, "decision").stream()
        .flatMap(it -> Xml.children(it, "informationRequirement").stream())
        .flatMap(it -> Xml.children(it).stream())
        .anyMatch(it -> Xml.attribute(it, "href").equals(href));
  }

  private Element diagram(String namespace) {
    var all = Xml.child(root, "DMNDI").orElseGet(() -> add(root, namespace, "dmndi:DMNDI"));
    return Xml.child(all, "DMNDiagram")
        .orElseGet(() -> {
          var made = add(all, namespace, "dmndi:DMNDiagram");
          made.setAttribute("id", "diagram_" + Xml.attribute(root, "id"));
          return made;
        });
  }

  private static double[] read(Element box) {
    return new double[] {
      number(Xml.attribute(box, "x")),
      number(Xml.attribute(box, "y")),
      number(Xml.attribute(box, "width")),
      number(Xml.attribute(box, "height"))
    };
  }

  /** A coordinate; what is no number counts as 0, for it only decides where new shapes go. */
  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  private void shape(Element diagram, Element element, double x, double y) {
    var id = Xml.attribute(element, "id");
    var shape = add(diagram, diagram.getNamespaceURI(), "dmndi:DMNShape");
    shape.setAttribute("id", "shape_" + id);
    shape.setAttribute("dmnElementRef", id);
    var box = add(shape, DC, "dc:Bounds");
    int height = Xml.is(element, "inputData") ? 45 : HEIGHT;
    box.setAttribute("x", whole(x));
    box.setAttribute("y", whole(y));
    box.setAttribute("width", whole(WIDTH));
    box.setAttribute("height", whole(height));
    bounds.put(id, new double[] {x, y, WIDTH, height});
  }

  private void edges(Element diagram, Element decision) {
    var to = bounds.get(Xml.attribute(decision, "id"));
    for (var requirement : Xml.children(decision, "informationRequirement")) {
      var id = Xml.attribute(requirement, "id");
      var href =
          Xml.children(requirement).stream()
              .map(it -> Xml.attribute(it, "href"))
              .findFirst()
              .orElse("");
      var from = bounds.get(href.isEmpty() ? "" : href.substring(1));
      if (from != null && to != null && drawn.add(id)) {
        var edge = add(diagram, diagram.getNamespaceURI(), "dmndi:DMNEdge");
        edge.setAttribute("id", "edge_" + id);
        edge.setAttribute("dmnElementRef", id);
        waypoint(edge, from[0] + from[2] / 2, from[1]);
        waypoint(edge, to[0] + to[2] / 2, to[1] + to[3] + 20);
        waypoint(edge, to[0] + to[2] / 2, to[1] + to[3]);
      }
    }
  }

  private static void waypoint(Element edge, double x, double y) {
    var point = add(edge, DI, "di:waypoint");
    point.setAttribute("x", whole(x));
    point.setAttribute("y", whole(y));
  }

  private static Element add(Element parent, String namespace, String name) {
    var child = parent.getOwnerDocument().createElementNS(namespace, name);
    parent.appendChild(child);
    Extensions.declare(child);
    return child;
  }

  private static String whole(double coordinate) {
    return String.valueOf(Math.round(coordinate));
  }
}
