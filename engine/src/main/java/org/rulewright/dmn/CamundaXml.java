package org.rulewright.dmn;

import java.nio.charset.StandardCharsets;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.Xml;
import org.rulewright.xml.XmlWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes one decision anew for Camunda: only the elements it needs, with FEEL in them.
 *
 * <p>It is DMN 1.3, the newest edition whose tables and literal expressions Camunda documents; they
 * are the same in 1.4 and 1.5. Nothing else of the author's file is handed on: no language, no
 * extension, no attribute of Camunda's own. Declared types are left out too, because Camunda turns
 * values of typed columns into Java types by rules that are not DMN's.
 */
final class CamundaXml {

  static final String DECISION = "d";
  static final String RESULT = "result";

  private static final String DMN = DmnVersion.V1_3.namespace();

  private final Document document = SecureXml.empty();

  private CamundaXml() {}

  static byte[] write(Element logic) {
    return new CamundaXml().decision(logic);
  }

  /** The name a column has in what is written. */
  static String output(int column) {
    return "o" + column;
  }

  private byte[] decision(Element logic) {
    var root = document.createElementNS(DMN, "definitions");
    root.setAttribute("xmlns", DMN);
    root.setAttribute("id", "m");
    root.setAttribute("name", "m");
    root.setAttribute("namespace", "https://rulewright.org/camunda");
    document.appendChild(root);
    var decision = child(root, "decision");
    decision.setAttribute("id", DECISION);
    decision.setAttribute("name", DECISION);
    if (Xml.is(logic, "decisionTable")) {
      table(decision, logic);
    } else {
      child(decision, "variable").setAttribute("name", RESULT);
      text(child(decision, "literalExpression"), logic);
    }
    return XmlWriter.write(document).getBytes(StandardCharsets.UTF_8);
  }

  private void table(Element decision, Element source) {
    var table = child(decision, "decisionTable");
    table.setAttribute("id", "t");
    copy(source, table, "hitPolicy");
    copy(source, table, "aggregation");
    int column = 0;
    for (var input : Xml.children(source, "input")) {
      var written = child(table, "input");
      written.setAttribute("id", "i" + column++);
      text(child(written, "inputExpression"), Xml.child(input, "inputExpression").orElse(input));
    }
    int outputs = Xml.children(source, "output").size();
    for (int i = 0; i < outputs; i++) {
      var written = child(table, "output");
      written.setAttribute("id", output(i));
      written.setAttribute("name", output(i));
    }
    for (var rule : Xml.children(source, "rule")) {
      var written = child(table, "rule");
      written.setAttribute("id", Xml.attribute(rule, "id"));
      for (var cell : Xml.children(rule)) {
        if (Xml.is(cell, "inputEntry") || Xml.is(cell, "outputEntry")) {
          text(child(written, Xml.localName(cell)), cell);
        }
      }
    }
  }

  private Element child(Element parent, String name) {
    var element = document.createElementNS(DMN, name);
    parent.appendChild(element);
    return element;
  }

  private void text(Element parent, Element source) {
    var text = Xml.text(source);
    // a cell that tests nothing is an empty one to Camunda
    var written = text.equals("-") && Xml.is(source, "inputEntry") ? "" : text;
    child(parent, "text").setTextContent(written);
  }

  private static void copy(Element from, Element to, String attribute) {
    if (from.hasAttribute(attribute)) {
      to.setAttribute(attribute, from.getAttribute(attribute));
    }
  }
}
