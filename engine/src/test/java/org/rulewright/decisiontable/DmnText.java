package org.rulewright.decisiontable;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;

/** Writes a table as DMN. */
public final class DmnText {

  private DmnText() {}

  public static String of(TableDefinition table, Set<String> inputs) {
    StringBuilder xml = new StringBuilder();
    xml.append(
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="model"
            name="model" namespace="https://rulewright.org/test">
        """);
    for (String input : inputs) {
      xml.append(
          "<inputData id='in-%s' name='%s'><variable name='%s'/></inputData>\n"
              .formatted(input, input, input));
    }
    xml.append(
        "<decision id='%s' name='%s'><variable name='%s'/>\n"
            .formatted(table.id(), table.name(), table.name()));
    for (String input : inputs) {
      xml.append(
          "<informationRequirement><requiredInput href='#in-%s'/></informationRequirement>\n"
              .formatted(input));
    }
    Aggregator aggregator = table.aggregator();
    xml.append(
        "<decisionTable id='dt' hitPolicy='%s'%s>\n"
            .formatted(
                table.hitPolicy().name().replace('_', ' '),
                aggregator == null ? "" : " aggregation='" + aggregator + "'"));
    for (InputClause input : table.inputs()) {
      xml.append(
          "<input id='%s'><inputExpression%s><text>%s</text></inputExpression>%s</input>\n"
              .formatted(
                  input.id(),
                  type(input.type()),
                  escaped(input.expression()),
                  values("inputValues", input.allowedValues())));
    }
    for (OutputClause output : table.outputs()) {
      xml.append(
          "<output id='%s'%s>%s%s</output>\n"
              .formatted(
                  output.id(),
                  output.name() == null ? "" : " name='" + output.name() + "'",
                  values("outputValues", output.allowedValues()),
                  values("defaultOutputEntry", output.defaultText())));
    }
    table.rules().forEach(rule -> append(rule, xml));
    return xml.append("</decisionTable></decision></definitions>").toString();
  }

  private static void append(TableRule rule, StringBuilder xml) {
    xml.append("<rule id='").append(rule.id()).append("'>");
    rule.inputs()
        .forEach(cell ->
            xml.append("<inputEntry><text>%s</text></inputEntry>".formatted(escaped(cell.text()))));
    rule.outputs()
        .forEach(cell ->
            xml.append(
                "<outputEntry><text>%s</text></outputEntry>".formatted(escaped(cell.text()))));
    xml.append("</rule>\n");
  }

  private static String type(FactType type) {
    return switch (type) {
      case NUMBER -> " typeRef='number'";
      case TEXT -> " typeRef='string'";
      case BOOLEAN -> " typeRef='boolean'";
      case DATE -> " typeRef='date'";
      default -> "";
    };
  }

  private static String values(String element, @Nullable String text) {
    return text == null
        ? ""
        : "<%s><text>%s</text></%s>".formatted(element, escaped(text), element);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
