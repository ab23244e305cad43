package org.rulewright.dmn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rulewright.xml.UnreadableModelException;

/** Models written for the tests. */
final class DmnSamples {

  static final String DMN_1_3 = "https://www.omg.org/spec/DMN/20191111/MODEL/";

  private DmnSamples() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A model of DMN 1.3 with the given elements. */
  static String model(String... elements) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="%s" id="defs" name="sample" namespace="https://rulewright.org/test">
    %s
    </definitions>
    """
        .formatted(DMN_1_3, String.join("\n", elements));
  }

  static DmnDocument document(String... elements) {
    return read(model(elements));
  }

  /** A model of another namespace, for models to import. */
  static String modelOf(String namespace, List<String> elements) {
    return model(elements.toArray(String[]::new))
        .replace("namespace=\"https://rulewright.org/test\"", "namespace=\"" + namespace + "\"");
  }

  static DmnDocument read(String model) {
    try {
      return DmnDocument.read(bytes(model));
    } catch (UnreadableModelException e) {
      throw new AssertionError(e);
    }
  }

  static String input(String name, String type) {
    return """
    <inputData id="in_%1$s" name="%1$s"><variable name="%1$s" typeRef="%2$s"/></inputData>\
    """
        .formatted(name, type);
  }

  /** A decision of one literal expression; what it requires is given by ids. */
  static String literal(String name, String type, String feel, String... required) {
    return """
    <decision id="d_%1$s" name="%1$s"><variable name="%1$s" typeRef="%2$s"/>%4$s
    <literalExpression id="le_%1$s"><text>%3$s</text></literalExpression></decision>\
    """
        .formatted(name, type, escaped(feel), requirements(required));
  }

  static String requirements(String... ids) {
    var out = new StringBuilder();
    for (var id : ids) {
      var own = id.substring(id.indexOf('#') + 1);
      var kind = own.startsWith("in_") ? "requiredInput" : "requiredDecision";
      out.append(
          "<informationRequirement><%1$s href=\"%2$s\"/></informationRequirement>"
              .formatted(kind, id.contains("#") ? id : "#" + id));
    }
    return out.toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * A decision of one table.
   *
   * @param outputs name and type of each column, as {@code "amount:number"}
   * @param rows cells of a rule parted by bars, inputs first
   */
  static String table(
      String name,
      String policy,
      List<String> required,
      List<String> inputs,
      List<String> outputs,
      String... rows) {
    var xml = new StringBuilder();
    xml.append("<decision id=\"d_%1$s\" name=\"%1$s\"><variable name=\"%1$s\"/>".formatted(name));
    xml.append(requirements(required.toArray(String[]::new)));
    xml.append("<decisionTable id=\"t_%s\" hitPolicy=\"%s\">".formatted(name, policy));
    for (int i = 0; i < inputs.size(); i++) {
      xml.append(
          "<input id=\"i_%s_%d\"><inputExpression><text>%s</text></inputExpression></input>"
              .formatted(name, i, escaped(inputs.get(i))));
    }
    for (var output : outputs) {
      var parts = output.split(":");
      xml.append(
          "<output id=\"o_%1$s_%2$s\" name=\"%2$s\" typeRef=\"%3$s\"/>"
              .formatted(name, parts[0], parts[1]));
    }
    for (int row = 0; row < rows.length; row++) {
      var cells = rows[row].split("\\|");
      xml.append("<rule id=\"r_%s_%d\">".formatted(name, row));
      for (int i = 0; i < cells.length; i++) {
        var kind = i < inputs.size() ? "inputEntry" : "outputEntry";
        xml.append(
            "<%1$s id=\"c_%2$s_%3$d_%4$d\"><text>%5$s</text></%1$s>"
                .formatted(kind, name, row, i, escaped(cells[i].strip())));
      }
      xml.append("</rule>");
    }
    return xml.append("</decisionTable></decision>").toString();
  }
}
