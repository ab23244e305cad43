package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.Place;
import org.rulewright.decision.Severity;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.TableDefinition;

/** A table under analysis: as drawn, as boxes, and with what its rules give. */
record Subject(TableDefinition table, Map<String, FactField> fields, Grid grid, Results results) {

  static Subject of(TableDefinition table, Map<String, FactField> fields) {
    return new Subject(table, fields, Grid.of(table, fields), new Results(table));
  }

  /** The table after these of its rules changed. */
  Subject after(TableDefinition now, List<Integer> changed) {
    return new Subject(now, fields, grid.after(table, now, changed, fields), new Results(now));
  }

  HitPolicy policy() {
    return table.hitPolicy();
  }

  int rules() {
    return table.rules().size();
  }

  Box box(int rule) {
    return grid.rule(rule);
  }

  String id(int rule) {
    return table.rules().get(rule).id();
  }

  /** What a person counts: from 1. */
  static String row(int rule) {
    return String.valueOf(rule + 1);
  }

  /** The only column on an axis; empty where several share it. */
  Optional<Integer> columnOf(int axis) {
    Optional<Integer> found = Optional.empty();
    for (int column = 0; column < grid.columns(); column++) {
      if (grid.axisOf(column) == axis) {
        if (found.isPresent()) {
          return Optional.empty();
        }
        found = Optional.of(column);
      }
    }
    return found;
  }

  /** The text of the cell that exactly these regions of an axis satisfy. */
  Optional<String> text(int axis, Regions side) {
    return CellText.of(side, grid.axes().get(axis));
  }

  /** A finding about rules, at the first of its cells. */
  Finding finding(
      String code, Severity severity, List<Integer> rules, List<String> arguments, Box example) {
    return finding(code, severity, rules, arguments, example, Optional.empty());
  }

  Finding finding(
      String code,
      Severity severity,
      List<Integer> rules,
      List<String> arguments,
      Box example,
      Optional<TableFix> fix) {
    var facts = grid.example(example);
    List<String> words = new ArrayList<>(arguments);
    words.add(CellText.facts(facts));
    return new Finding(
        new Diagnostic(code, severity, place(rules), words),
        rules.stream().map(this::id).toList(),
        facts,
        fix);
  }

  /** A finding that needs no example. */
  Finding remark(String code, Severity severity, List<Integer> rules, String... arguments) {
    return new Finding(
        new Diagnostic(code, severity, place(rules), List.of(arguments)),
        rules.stream().map(this::id).toList(),
        Map.of(),
        Optional.empty());
  }

  private Place place(List<Integer> rules) {
    if (rules.isEmpty() || table.inputs().isEmpty()) {
      return Place.of(table.id());
    }
    return Place.of(table.id(), table.rules().get(rules.getLast()).inputs().getFirst().id());
  }
}
