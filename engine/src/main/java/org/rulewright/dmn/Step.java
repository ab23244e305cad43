package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.ReferenceExpression;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontable.CompiledTable;

/** One decision of a graph, ready to be made from the values of what it requires. */
sealed interface Step {

  DmnDecision decision();

  Outcome evaluate(Map<String, @Nullable Object> values, OffsetDateTime asOf, boolean traced);

  /** The share of its cells that our compiler took. */
  double compiledShare();

  /** A decision table. */
  record OfTable(DmnDecision decision, CompiledTable table) implements Step {

    @Override
    public Outcome evaluate(
        Map<String, @Nullable Object> values, OffsetDateTime asOf, boolean traced) {
      return table.evaluate(Facts.of(values), asOf, traced);
    }

    @Override
    public double compiledShare() {
      return table.compiledShare();
    }
  }

  /** A literal expression. */
  record OfLiteral(DmnDecision decision, ReferenceExpression expression) implements Step {

    @Override
    public Outcome evaluate(
        Map<String, @Nullable Object> values, OffsetDateTime asOf, boolean traced) {
      var answer = expression.evaluate(values, asOf);
      if (answer.failed()) {
        return new Outcome.Failed(answer.problems(), Trace.EMPTY);
      }
      return new Outcome.Decided(
          answer.value(),
          traced
              ? Trace.of(
                  new TraceStep(
                      decision.id(),
                      decision.name(),
                      DecisionKind.LITERAL_EXPRESSION,
                      List.of(),
                      answer.value(),
                      false))
              : Trace.EMPTY);
    }

    @Override
    public double compiledShare() {
      return 0;
    }
  }
}
