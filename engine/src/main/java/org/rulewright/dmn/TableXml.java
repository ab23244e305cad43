package org.rulewright.dmn;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.w3c.dom.Element;

/** Writes a decision table as elements of DMN. */
final class TableXml {

  private TableXml() {}

  /** Makes the {@code decisionTable} of a decision; not yet put into it. */
  static Element write(ModelEditor model, TableDefinition table) {
    var element = model.element("decisionTable");
    element.setAttribute("id", table.id() + "_table");
    element.setAttribute("hitPolicy", table.hitPolicy().name().replace('_', ' '));
    var aggregator = table.aggregator();
    if (aggregator != null) {
      element.setAttribute("aggregation", aggregator.name().toUpperCase(Locale.ROOT));
    }
    for (var input : table.inputs()) {
      var column = model.add(element, "input");
      column.setAttribute("id", input.id());
      Extensions.set(column, "label", input.label());
      var expression = model.add(column, "inputExpression");
      Extensions.set(expression, "typeRef", typeRef(input.type()));
      model.addText(expression, input.expression());
      values(model, column, "inputValues", input.allowedValues());
    }
    for (var output : table.outputs()) {
      var column = model.add(element, "output");
      column.setAttribute("id", output.id());
      var name = output.name();
      Extensions.set(column, "name", name == null ? "" : name);
      Extensions.set(column, "typeRef", typeRef(output.type()));
      values(model, column, "outputValues", output.allowedValues());
      values(model, column, "defaultOutputEntry", output.defaultText());
    }
    for (var rule : table.rules()) {
      rule(model, element, rule);
    }
    return element;
  }

  static void rule(ModelEditor model, Element table, TableRule rule) {
    var element = model.add(table, "rule");
    element.setAttribute("id", rule.id());
    rule.inputs().forEach(cell -> cell(model, element, "inputEntry", cell));
    rule.outputs().forEach(cell -> cell(model, element, "outputEntry", cell));
  }

  private static void cell(ModelEditor model, Element rule, String kind, Cell cell) {
    var element = model.add(rule, kind);
    Extensions.set(element, "id", cell.id());
    model.addText(element, cell.text());
  }

  private static void values(
      ModelEditor model, Element column, String kind, @Nullable String text) {
    if (text != null) {
      model.addText(model.add(column, kind), text);
    }
  }

  /** The name of a type in the standard; empty where it is better not said. */
  static String typeRef(FactType type) {
    return switch (type) {
      case NUMBER -> "number";
      case TEXT -> "string";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIME -> "time";
      case DATE_TIME -> "date and time";
      // the standard tells two kinds of durations apart, and a list may hold anything
      case DURATION, LIST, CONTEXT, ANY -> "";
    };
  }
}
