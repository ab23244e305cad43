package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.Formula;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontable.CellCount;
import org.rulewright.decisiontable.CompiledTable;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.expression.Expression;

/** One decision of a graph, ready to be made from the values of what it requires. */
sealed interface Step
    permits Step.OfTable, Step.OfLiteral, OfTree, OfScorecard, OfBoxed, OfReference {

  DmnDecision decision();

  Outcome evaluate(Map<String, @Nullable Object> values, OffsetDateTime asOf, boolean traced);

  /**
   * Makes the decision for the rows from one to another.
   *
   * @param outcomes where the outcome of row i is put at i - from
   */
  default void evaluate(
      FactColumns values,
      int from,
      int to,
      OffsetDateTime asOf,
      boolean traced,
      @Nullable Outcome[] outcomes) {
    for (int row = from; row < to; row++) {
      outcomes[row - from] = evaluate(values.row(row), asOf, traced);
    }
  }

  /** The share of its cells that our compiler took. */
  double compiledShare();

  /** Its cells; a literal expression counts as one. */
  CellCount cells();

  /**
   * A decision table.
   *
   * @param definition its columns, without its rules
   * @param types what is known about the types of its outputs
   */
  record OfTable(
      DmnDecision decision, CompiledTable table, TableDefinition definition, OutputTypes types)
      implements Step {

    @Override
    public Outcome evaluate(
        Map<String, @Nullable Object> values, OffsetDateTime asOf, boolean traced) {
      return checked(table.evaluate(values, asOf, traced));
    }

    @Override
    public void evaluate(
        FactColumns values,
        int from,
        int to,
        OffsetDateTime asOf,
        boolean traced,
        @Nullable Outcome[] outcomes) {
      table.evaluate(values, from, to, asOf, traced, outcomes);
      for (int i = 0; types == OutputTypes.IN_THE_RESULT && i < to - from; i++) {
        @Nullable Outcome outcome = outcomes[i];
        outcomes[i] = outcome == null ? null : checked(outcome);
      }
    }

    /** The outcome, failed where it shows a value that is not of its column's type. */
    Outcome checked(Outcome outcome) {
      return types == OutputTypes.IN_THE_RESULT
              && outcome instanceof Outcome.Decided(var value, var trace)
              && !OutputTypes.conforms(definition, value)
          ? new Outcome.Failed(
              List.of(
                  Diagnostic.error("dmn.output-type", Place.of(decision.id()), decision.name())),
              trace)
          : outcome;
    }

    @Override
    public double compiledShare() {
      return table.compiledShare();
    }

    @Override
    public CellCount cells() {
      return table.cells();
    }
  }

  /** A literal expression. */
  record OfLiteral(DmnDecision decision, Formula formula) implements Step {

    @Override
    public Outcome evaluate(
        Map<String, @Nullable Object> values, OffsetDateTime asOf, boolean traced) {
      var answer = formula.evaluate(values, asOf);
      return answer.failed()
          ? new Outcome.Failed(answer.problems(), Trace.EMPTY)
          : new Outcome.Decided(answer.value(), traced ? trace(answer.value()) : Trace.EMPTY);
    }

    @Override
    public void evaluate(
        FactColumns values,
        int from,
        int to,
        OffsetDateTime asOf,
        boolean traced,
        @Nullable Outcome[] outcomes) {
      var compiled = formula.compiled();
      var row = values.cursor();
      for (int i = from; i < to; i++) {
        @Nullable Object value =
            compiled.isEmpty() ? Expression.UNDECIDED : compiled.get().evaluate(row.at(i));
        outcomes[i - from] =
            value == Expression.UNDECIDED
                ? evaluate(values.row(i), asOf, traced)
                : new Outcome.Decided(value, traced ? trace(value) : Trace.EMPTY);
      }
    }

    private Trace trace(@Nullable Object value) {
      return Trace.of(
          new TraceStep(
              decision.id(),
              decision.name(),
              decision.kind(),
              List.of(),
              value,
              !formula.isCompiled()));
    }

    @Override
    public double compiledShare() {
      return formula.isCompiled() ? 1 : 0;
    }

    @Override
    public CellCount cells() {
      return new CellCount(1, formula.isCompiled() ? 1 : 0);
    }
  }
}
