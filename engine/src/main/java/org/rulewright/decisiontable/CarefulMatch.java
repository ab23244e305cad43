package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Formula;
import org.rulewright.decision.Place;
import org.rulewright.decision.ReferenceAnswer;

/**
 * Finds the matching rules cell by cell, in the order of the reference engine.
 *
 * <p>This is the way for facts the index is unclear about: a value of another type than the cells
 * expect, a value that is not allowed, a missing variable.
 */
final class CarefulMatch {

  private final TableNames table;
  private final List<InputClause> clauses;
  private final Formula[] inputs;
  private final @Nullable CellTest[] allowed;
  private final CellTest[][] cells;

  /**
   * Takes the table by columns.
   *
   * @param cells by column, then by rule
   */
  CarefulMatch(
      TableNames table,
      List<InputClause> clauses,
      Formula[] inputs,
      @Nullable CellTest[] allowed,
      CellTest[][] cells) {
    this.table = table;
    this.clauses = clauses;
    this.inputs = inputs;
    this.allowed = allowed;
    this.cells = cells;
  }

  /** The matching rules; where finding them fails, problems are added. */
  int[] hits(
      Map<String, @Nullable Object> variables, OffsetDateTime asOf, List<Diagnostic> problems) {
    @Nullable Object[] values = new Object[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      ReferenceAnswer answer = inputs[i].evaluate(variables, asOf);
      addErrors(answer, problems);
      values[i] = answer.value();
    }
    for (int i = 0; i < inputs.length && problems.isEmpty(); i++) {
      checkAllowed(i, values[i], variables, asOf, problems);
    }
    return IntStream.range(0, table.rules().length)
        .filter(rule -> problems.isEmpty() && matches(rule, values, variables, asOf, problems))
        .toArray();
  }

  private void checkAllowed(
      int column,
      @Nullable Object value,
      Map<String, @Nullable Object> variables,
      OffsetDateTime asOf,
      List<Diagnostic> problems) {
    CellTest test = allowed[column];
    if (test == null) {
      return;
    }
    InputClause clause = clauses.get(column);
    Collection<?> values =
        value instanceof Collection<?> elements ? elements : Collections.singletonList(value);
    for (Object element : values) {
      ReferenceAnswer answer = test.test(element, variables, asOf);
      addErrors(answer, problems);
      if (!Boolean.TRUE.equals(answer.value())) {
        problems.add(
            Diagnostic.error(
                "table.input-not-allowed",
                Place.of(table.id(), clause.id()),
                table.name(),
                clause.label(),
                Diagnostic.shortened(String.valueOf(element)),
                Diagnostic.shortened(test.text())));
        return;
      }
    }
  }

  /** Cells are tested from left to right until one fails: later ones could be in error. */
  private boolean matches(
      int rule,
      @Nullable Object[] values,
      Map<String, @Nullable Object> variables,
      OffsetDateTime asOf,
      List<Diagnostic> problems) {
    for (int column = 0; column < values.length; column++) {
      ReferenceAnswer answer = cells[column][rule].test(values[column], variables, asOf);
      addErrors(answer, problems);
      if (!Boolean.TRUE.equals(answer.value())) {
        return false;
      }
    }
    return true;
  }

  private static void addErrors(ReferenceAnswer answer, List<Diagnostic> problems) {
    if (answer.failed()) {
      problems.addAll(answer.problems());
    }
  }
}
