package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Formula;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.ReferenceEvaluator;

/** The input side of a table: its columns, their cells, and the index over them. */
final class TableCells {

  private final Formula[] inputs;
  private final @Nullable CellTest[] allowed;

  /** By column, then by rule; equal cells of a column are the same object. */
  private final CellTest[][] cells;

  private final TableIndex index;

  /** Rules with a cell the reference engine must test. */
  private final BitSet delegated = new BitSet();

  /** Columns whose bits may name rules that do not match. */
  private final BitSet coarse;

  TableCells(TableDefinition definition, Set<String> variables, ReferenceEvaluator reference) {
    int columns = definition.inputs().size();
    inputs = new Formula[columns];
    allowed = new @Nullable CellTest[columns];
    cells = new CellTest[columns][];
    List<ColumnRows> drawn = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      InputClause clause = definition.inputs().get(column);
      inputs[column] = Formula.compile(clause.expression(), variables, reference);
      allowed[column] = allowed(clause, reference);
      cells[column] = cells(definition.rules(), column, clause, reference);
      drawn.add(
          ColumnRows.of(
              ColumnInput.of(inputs[column]), Arrays.asList(cells[column]), allowed[column]));
    }
    int rules = definition.rules().size();
    List<ColumnRows> fitted = IndexBuilder.fitted(drawn, rules);
    coarse = IndexBuilder.coarse(fitted);
    index = IndexBuilder.build(fitted, rules);
  }

  private static @Nullable CellTest allowed(InputClause clause, ReferenceEvaluator reference) {
    String values = clause.allowedValues();
    return values == null || values.isBlank()
        ? null
        : new CellTest(values, clause.type(), reference);
  }

  private CellTest[] cells(
      List<TableRule> rules, int column, InputClause clause, ReferenceEvaluator reference) {
    Map<String, CellTest> shared = new HashMap<>();
    CellTest[] tests = new CellTest[rules.size()];
    for (int rule = 0; rule < tests.length; rule++) {
      tests[rule] =
          shared.computeIfAbsent(
              rules.get(rule).inputs().get(column).text(),
              text -> new CellTest(text, clause.type(), reference));
      if (!tests[rule].isCompiled()) {
        delegated.set(rule);
      }
    }
    return tests;
  }

  TableIndex index() {
    return index;
  }

  CarefulMatch careful(TableNames names, List<InputClause> clauses) {
    return new CarefulMatch(names, clauses, inputs, allowed, cells);
  }

  /** Whether what the index finds is not yet the answer. */
  boolean needsSecondLook() {
    return !delegated.isEmpty() || !coarse.isEmpty();
  }

  /** The matching rules; where finding them fails, problems are added. */
  int[] hits(
      int[] rows,
      Map<String, @Nullable Object> variables,
      OffsetDateTime asOf,
      List<Diagnostic> problems) {
    int[] candidates = index.hits(rows);
    if (!needsSecondLook()) {
      return candidates;
    }
    @Nullable Object[] values =
        Arrays.stream(inputs).map(it -> it.evaluate(variables, asOf).value()).toArray();
    BitSet hits = new BitSet();
    for (int rule : candidates) {
      hits.set(rule, !delegated.get(rule) && passesCoarse(rule, values));
    }
    // A cell of the reference engine is tested wherever the cells to its left match, because that
    // engine would do so, and its error would fail the decision even if a later cell did not match.
    for (int rule = delegated.nextSetBit(0); rule >= 0; rule = delegated.nextSetBit(rule + 1)) {
      hits.set(rule, passes(rule, values, variables, asOf, problems));
    }
    return hits.stream().toArray();
  }

  private boolean passesCoarse(int rule, @Nullable Object[] values) {
    return coarse.stream().allMatch(column -> cells[column][rule].matches(values[column]));
  }

  private boolean passes(
      int rule,
      @Nullable Object[] values,
      Map<String, @Nullable Object> variables,
      OffsetDateTime asOf,
      List<Diagnostic> problems) {
    for (int column = 0; column < cells.length; column++) {
      ReferenceAnswer answer = cells[column][rule].test(values[column], variables, asOf);
      if (answer.failed()) {
        problems.addAll(answer.problems());
      }
      if (!Boolean.TRUE.equals(answer.value())) {
        return false;
      }
    }
    return true;
  }

  CellCount count() {
    long total = Arrays.stream(cells).mapToLong(column -> column.length).sum();
    long compiled =
        Arrays.stream(cells).flatMap(Arrays::stream).filter(CellTest::isCompiled).count();
    long expressions =
        Arrays.stream(inputs).filter(it -> it.isCompiled() || Validity.isColumn(it.text())).count();
    return new CellCount((int) total + inputs.length, (int) (compiled + expressions));
  }
}
