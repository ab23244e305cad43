package org.rulewright.dmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.dmn.feel.lang.Type;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.decision.Severity;
import org.rulewright.decisiontable.Aggregator;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.InputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.Validity;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Checks the logic of decisions: names, syntax, types, and what is left empty. */
final class LogicCheck {

  private final DmnDocument document;
  private final List<DmnDocument> documents;
  private final List<Diagnostic> found;

  LogicCheck(List<DmnDocument> documents, List<Diagnostic> found) {
    this.document = documents.getFirst();
    this.documents = documents;
    this.found = found;
  }

  void check(DmnDecision decision) {
    var element = document.element(decision.id());
    var logic = element.flatMap(DmnContents::logic);
    if (logic.isEmpty()) {
      error("dmn.no-logic", Place.of(decision.id()), decision.name());
    } else if (!Languages.areAllFeel(logic.get(), document.root())) {
      error("dmn.language", Place.of(decision.id()), decision.name());
    } else {
      check(decision, logic.get());
    }
  }

  private void check(DmnDecision decision, Element logic) {
    var texts = new Texts(decision);
    var table = document.contents().table(decision.id());
    var literal = document.contents().literal(decision.id());
    if (table.isPresent()) {
      check(table.get(), texts);
      resultType(decision, table.get());
    } else if (literal.isPresent()) {
      texts.expression(
          literal.get().id(),
          literal.get().text(),
          document.contents().types().resolve(decision.typeRef()));
    } else if (Xml.is(logic, "decisionTable")) {
      error("dmn.table-not-whole", Place.of(decision.id()), decision.name());
    } else if (decision.kind() == DecisionKind.OTHER) {
      found.add(
          new Diagnostic(
              "dmn.by-reference",
              Severity.INFO,
              Place.of(decision.id()),
              List.of(decision.name())));
    }
  }

  private void check(TableDefinition table, Texts texts) {
    if (table.rules().isEmpty()) {
      error("dmn.empty-table", Place.of(table.id()), table.name());
    }
    if (needsValues(table) && table.outputs().stream().allMatch(it -> it.allowedValues() == null)) {
      error("dmn.no-priorities", Place.of(table.id()), table.name());
    }
    outputNames(table);
    for (int column = 0; column < table.inputs().size(); column++) {
      inputColumn(table, column, texts);
    }
    for (int column = 0; column < table.outputs().size(); column++) {
      outputColumn(table, column, texts);
    }
  }

  /** A table that gives a list, or a sum, is not of the type of its only column. */
  private void resultType(DmnDecision decision, TableDefinition table) {
    var declared = document.contents().types().resolve(decision.typeRef());
    var actual = resultType(table);
    if (!GraphCheck.agree(declared, actual)) {
      error(
          "dmn.result-type",
          Place.of(table.id()),
          table.name(),
          Diagnostic.term("type." + actual),
          Diagnostic.term("type." + declared));
    }
  }

  private static FactType resultType(TableDefinition table) {
    boolean list =
        switch (table.hitPolicy()) {
          case COLLECT -> table.aggregator() == null;
          case RULE_ORDER, OUTPUT_ORDER -> true;
          case UNIQUE, ANY, PRIORITY, FIRST -> false;
        };
    if (list) {
      return FactType.LIST;
    }
    if (table.outputs().size() > 1) {
      return FactType.CONTEXT;
    }
    return table.aggregator() == Aggregator.SUM || table.aggregator() == Aggregator.COUNT
        ? FactType.NUMBER
        : table.outputs().getFirst().type();
  }

  private static boolean needsValues(TableDefinition table) {
    return table.hitPolicy() == HitPolicy.PRIORITY || table.hitPolicy() == HitPolicy.OUTPUT_ORDER;
  }

  private void outputNames(TableDefinition table) {
    if (table.outputs().size() == 1) {
      return;
    }
    var seen = new HashSet<String>();
    for (var output : table.outputs()) {
      var name = output.name();
      if (name == null || name.isBlank()) {
        error("dmn.output-without-name", Place.of(table.id(), output.id()), table.name());
      } else if (!seen.add(name)) {
        error("dmn.duplicate-output", Place.of(table.id(), output.id()), table.name(), name);
      }
    }
  }

  private void inputColumn(TableDefinition table, int column, Texts texts) {
    var clause = table.inputs().get(column);
    if (clause.expression().isEmpty()) {
      error("dmn.empty-input-expression", Place.of(table.id(), clause.id()), table.name());
      return;
    }
    var type = texts.column(clause);
    var allowed = clause.allowedValues();
    if (allowed != null) {
      texts.tests(clause.id(), allowed, type);
    }
    for (var rule : table.rules()) {
      var cell = rule.inputs().get(column);
      if (Validity.isColumn(clause.expression())
          && Validity.read(cell.text()).filter(Validity::isEmpty).isPresent()) {
        error(
            "dmn.validity-empty",
            Place.of(table.id(), cell.id()),
            table.name(),
            String.valueOf(table.rules().indexOf(rule) + 1),
            cell.text());
      } else if (!cell.text().equals("-")) {
        texts.tests(cell.id(), cell.text(), type);
      }
    }
  }

  private void outputColumn(TableDefinition table, int column, Texts texts) {
    var clause = table.outputs().get(column);
    var defaultText = clause.defaultText();
    if (defaultText != null) {
      texts.expression(clause.id(), defaultText, clause.type());
    }
    for (var rule : table.rules()) {
      output(table, rule.outputs().get(column), clause.type(), texts);
    }
  }

  private void output(TableDefinition table, Cell cell, FactType type, Texts texts) {
    if (cell.text().isEmpty()) {
      found.add(
          Diagnostic.warning("dmn.empty-output", Place.of(table.id(), cell.id()), table.name()));
    } else {
      texts.expression(cell.id(), cell.text(), type);
    }
  }

  private void error(String code, Place place, String... arguments) {
    found.add(Diagnostic.error(code, place, arguments));
  }

  /** The texts of one decision, checked against the names it may use. */
  private final class Texts {
    private final DmnDecision decision;
    private final Map<String, Type> names = new HashMap<>();
    private final Set<String> elsewhere = new HashSet<>();

    Texts(DmnDecision decision) {
      this.decision = decision;
      var contents = document.contents();
      document.inputs().forEach(it -> elsewhere.add(it.name()));
      document.decisions().forEach(it -> elsewhere.add(it.name()));
      for (var id : decision.requiredInputs()) {
        contents.inputById(id).ifPresent(it -> visible(it.name(), it.typeRef()));
      }
      for (var id : decision.requiredDecisions()) {
        contents.decisionById(id).ifPresent(it -> visible(it.name(), it.typeRef()));
      }
      for (var id : decision.requiredKnowledge()) {
        document.element(id).ifPresent(it -> visible(Xml.attribute(it, "name"), ""));
      }
      names.putAll(ImportedNames.seenBy(decision, documents));
    }

    private void visible(String name, String typeRef) {
      names.put(name, KieTypes.of(typeRef, document.contents().types()));
      elsewhere.remove(name);
    }

    /** The type of an input column: as declared, or else as its expression has it. */
    FactType column(InputClause clause) {
      var syntax = FeelSyntax.expression(clause.expression(), names);
      problems(syntax, clause.id());
      var actual = syntax.isWhole() ? CellTypes.of(syntax.tree()) : FactType.ANY;
      if (clause.type() != FactType.ANY && !GraphCheck.agree(clause.type(), actual)) {
        mismatch("dmn.column-type", clause.id(), 0, clause.expression(), clause.type(), actual);
      }
      return clause.type() == FactType.ANY ? actual : clause.type();
    }

    void tests(String id, String text, FactType type) {
      var syntax = FeelSyntax.unaryTests(text, withQuestionMark(type));
      problems(syntax, id);
      if (!syntax.isWhole()) {
        return;
      }
      for (var part : CellTypes.tested(syntax.tree())) {
        if (!GraphCheck.agree(type, part.type()) && type != FactType.LIST) {
          mismatch("dmn.cell-type", id, part.offset(), part.text(), type, part.type());
        }
      }
    }

    private Map<String, Type> withQuestionMark(FactType type) {
      var all = new HashMap<>(names);
      all.put("?", KieTypes.of(type));
      return all;
    }

    void expression(String id, String text, FactType type) {
      if (text.isEmpty()) {
        error("dmn.empty-expression", Place.of(decision.id(), id), decision.name());
        return;
      }
      var syntax = FeelSyntax.expression(text, names);
      problems(syntax, id);
      var actual = syntax.isWhole() ? CellTypes.of(syntax.tree()) : FactType.ANY;
      // one value may stand for a list of it
      if (!GraphCheck.agree(type, actual) && type != FactType.LIST && actual != FactType.LIST) {
        mismatch("dmn.cell-type", id, 0, text, type, actual);
      }
    }

    private void mismatch(
        String code, String id, int offset, String text, FactType wanted, FactType actual) {
      error(
          code,
          new Place(decision.id(), id, offset),
          Diagnostic.shortened(text),
          Diagnostic.term("type." + wanted),
          Diagnostic.term("type." + actual));
    }

    private void problems(FeelSyntax syntax, String id) {
      for (var problem : syntax.problems()) {
        var place = new Place(decision.id(), id, problem.offset());
        switch (problem.complaint()) {
          case SYNTAX -> error("dmn.syntax", place, Diagnostic.shortened(problem.word()));
          case UNKNOWN_NAME ->
              error(
                  elsewhere.contains(firstName(problem.word()))
                      ? "dmn.not-required"
                      : "dmn.unknown-name",
                  place,
                  problem.word(),
                  decision.name());
          case DOUBTFUL -> found.add(Diagnostic.warning("dmn.doubtful", place, problem.word()));
        }
      }
    }

    /** The thing of the model that a path such as {@code applicant.age} starts at. */
    private String firstName(String path) {
      return elsewhere.contains(path) || !path.contains(".")
          ? path
          : path.substring(0, path.indexOf('.'));
    }
  }
}
