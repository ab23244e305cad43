package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * A decision table as a sheet to write in: every column is alike, also those for remarks.
 *
 * @param table what the sheet means; its rules are the rows, in their order
 * @param columns inputs, outputs, annotations, and one for the description of each rule
 */
public record TableSheet(TableDefinition table, List<Column> columns, List<Row> rows) {

  /** What a column is for. */
  public enum Role {
    INPUT,
    OUTPUT,
    /** A remark under a heading of its own, as of DMN 1.2. */
    ANNOTATION,
    /** The description of the rule. */
    NOTE
  }

  /**
   * A column.
   *
   * @param id of the clause; empty for remarks
   * @param label what the author calls it, empty if nothing
   * @param expression what an input tests, or the name of an output
   * @param allowedValues FEEL text of the values it may hold, if they are limited
   */
  public record Column(
      Role role,
      String id,
      String label,
      String expression,
      FactType type,
      @Nullable String allowedValues) {}

  /** A rule: the texts of its cells, one for each column. */
  public record Row(String id, List<String> texts) {
    public Row {
      texts = List.copyOf(texts);
    }
  }

  public TableSheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Returns the plain decision tables of a model; those drawn as another kind are not among. */
  public static List<DmnDecision> plainTables(DmnDocument model) {
    return model.decisions().stream()
        .filter(it -> it.kind() == DecisionKind.DECISION_TABLE)
        .toList();
  }

  /** Returns the sheet of a decision; empty where its logic is not a plain decision table. */
  public static Optional<TableSheet> of(DmnDocument model, String decisionId) {
    boolean plain = plainTables(model).stream().anyMatch(it -> it.id().equals(decisionId));
    return model
        .contents()
        .table(decisionId)
        .filter(it -> plain)
        .flatMap(table ->
            // the whole tree: the contents of a large model know its rules only as a definition
            model
                .element(decisionId)
                .flatMap(DmnContents::logic)
                .map(element -> read(table, element)));
  }

  private static TableSheet read(TableDefinition table, Element element) {
    var columns = columns(table, element);
    int remarks = columns.size() - table.inputs().size() - table.outputs().size() - 1;
    var elements = Xml.children(element, "rule");
    var rows =
        IntStream.range(0, elements.size())
            .mapToObj(i -> row(table, i, elements.get(i), remarks))
            .toList();
    return new TableSheet(table, columns, rows);
  }

  private static List<Column> columns(TableDefinition table, Element element) {
    var columns = new ArrayList<Column>();
    for (var input : table.inputs()) {
      columns.add(
          new Column(
              Role.INPUT,
              input.id(),
              input.label(),
              input.expression(),
              input.type(),
              input.allowedValues()));
    }
    var outputs = Xml.children(element, "output");
    for (int i = 0; i < outputs.size(); i++) {
      var output = table.outputs().get(i);
      var name = output.name();
      columns.add(
          new Column(
              Role.OUTPUT,
              output.id(),
              Xml.attribute(outputs.get(i), "label"),
              name == null ? table.name() : name,
              output.type(),
              output.allowedValues()));
    }
    for (var annotation : Xml.children(element, "annotation")) {
      columns.add(remark(Role.ANNOTATION, Xml.attribute(annotation, "name")));
    }
    columns.add(remark(Role.NOTE, ""));
    return columns;
  }

  private static Column remark(Role role, String label) {
    return new Column(role, "", label, "", FactType.TEXT, null);
  }

  private static Row row(TableDefinition table, int index, Element rule, int remarks) {
    var known = table.rules().get(index);
    var notes = known.annotations();
    var texts =
        Stream.of(
                known.inputs().stream().map(it -> it.text()),
                known.outputs().stream().map(it -> it.text()),
                IntStream.range(0, remarks).mapToObj(i -> i < notes.size() ? notes.get(i) : ""),
                Stream.of(
                    Xml.child(rule, "description")
                        .map(it -> it.getTextContent().strip())
                        .orElse("")))
            .flatMap(it -> it)
            .toList();
    return new Row(known.id(), texts);
  }
}
