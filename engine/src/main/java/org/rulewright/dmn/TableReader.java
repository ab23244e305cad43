package org.rulewright.dmn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.Aggregator;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.InputClause;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Reads the decision table of a decision into its definition. */
final class TableReader {

  private TableReader() {}

  /** Returns the table, or nothing where the decision has none or it is not whole. */
  static Optional<TableDefinition> read(Element decision, TypeNames types) {
    return DmnContents.logic(decision)
        .filter(logic -> Xml.is(logic, "decisionTable"))
        .filter(TableReader::isWhole)
        .map(table -> definition(decision, table, types));
  }

  /** Whether the table has an output, known policies, and as many cells as columns everywhere. */
  static boolean isWhole(Element table) {
    int inputs = Xml.children(table, "input").size();
    int outputs = Xml.children(table, "output").size();
    return outputs > 0
        && hitPolicy(table).isPresent()
        && Xml.children(table, "rule").stream()
            .allMatch(rule ->
                Xml.children(rule, "inputEntry").size() == inputs
                    && Xml.children(rule, "outputEntry").size() == outputs)
        && StreamedRules.of(table).stream()
            .allMatch(rule -> rule.inputs().size() == inputs && rule.outputs().size() == outputs);
  }

  private static TableDefinition definition(Element decision, Element table, TypeNames types) {
    var outputs = Xml.children(table, "output");
    var decisionType = DmnContents.variableType(decision);
    return new TableDefinition(
        Xml.attribute(decision, "id"),
        Xml.attribute(decision, "name"),
        hitPolicy(table).orElse(HitPolicy.UNIQUE),
        aggregator(table),
        Xml.children(table, "input").stream().map(input -> input(input, types)).toList(),
        outputs.stream()
            .map(output -> output(output, outputs.size(), decisionType, types))
            .toList(),
        rules(table));
  }

  private static List<TableRule> rules(Element table) {
    var streamed = StreamedRules.of(table);
    return streamed.isEmpty()
        ? Xml.children(table, "rule").stream().map(TableReader::rule).toList()
        : streamed;
  }

  private static InputClause input(Element input, TypeNames types) {
    var expression = Xml.child(input, "inputExpression");
    var typeRef = expression.map(TypeNames::typeRef).orElse("");
    return new InputClause(
        Xml.attribute(input, "id"),
        Xml.attribute(input, "label"),
        expression.map(Xml::text).orElse(""),
        types.resolve(typeRef),
        allowed(input, "inputValues", typeRef, types));
  }

  private static OutputClause output(
      Element output, int outputs, String decisionType, TypeNames types) {
    var own = TypeNames.typeRef(output);
    // the type of the only column is the decision's, unless the decision collects a list of them
    var type =
        own.isEmpty() && outputs == 1 && types.resolve(decisionType) != FactType.LIST
            ? types.resolve(decisionType)
            : types.resolve(own);
    return new OutputClause(
        Xml.attribute(output, "id"),
        Xml.optional(output, "name"),
        type,
        blankToNull(Xml.textOf(output, "defaultOutputEntry")),
        allowed(output, "outputValues", own, types));
  }

  private static TableRule rule(Element rule) {
    return new TableRule(
        Xml.attribute(rule, "id"),
        cells(rule, "inputEntry"),
        cells(rule, "outputEntry"),
        Xml.children(rule, "annotationEntry").stream().map(Xml::text).toList());
  }

  private static List<Cell> cells(Element rule, String name) {
    return Xml.children(rule, name).stream()
        .map(cell -> new Cell(Xml.attribute(cell, "id"), Xml.text(cell)))
        .toList();
  }

  static Optional<HitPolicy> hitPolicy(Element table) {
    var text = Xml.attribute(table, "hitPolicy").toUpperCase(Locale.ROOT).replace(' ', '_');
    if (text.isEmpty()) {
      return Optional.of(HitPolicy.UNIQUE);
    }
    for (var policy : HitPolicy.values()) {
      if (policy.name().equals(text)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }

  private static @Nullable Aggregator aggregator(Element table) {
    var text = Xml.attribute(table, "aggregation").toUpperCase(Locale.ROOT);
    for (var aggregator : Aggregator.values()) {
      if (aggregator.name().equals(text)) {
        return aggregator;
      }
    }
    return null;
  }

  /** The values a column may hold: its own, or else those of its type. */
  private static @Nullable String allowed(
      Element clause, String name, String typeRef, TypeNames types) {
    var own = Xml.textOf(clause, name);
    return blankToNull(
        own.isEmpty()
            ? types.definition(typeRef).map(it -> Xml.textOf(it, "allowedValues")).orElse("")
            : own);
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
