package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontable.CellCount;
import org.rulewright.expression.Expression;

/**
 * A boxed expression.
 *
 * @param rest decides where the expression is undecided; null where the whole graph has to
 */
record OfBoxed(DmnDecision decision, Expression expression, @Nullable OfReference rest)
    implements Step {

  @Override
  public Outcome evaluate(
      Map<String, @Nullable Object> values, OffsetDateTime asOf, boolean traced) {
    @Nullable Object value = expression.evaluate(values);
    if (value != Expression.UNDECIDED) {
      return new Outcome.Decided(value, traced ? trace(value) : Trace.EMPTY);
    }
    return rest == null
        ? new Outcome.Failed(
            List.of(Diagnostic.error("dmn.no-result", Place.of(decision.id()))), Trace.EMPTY)
        : rest.evaluate(values, asOf, traced);
  }

  private Trace trace(@Nullable Object value) {
    return Trace.of(
        new TraceStep(decision.id(), decision.name(), decision.kind(), List.of(), value, false));
  }

  @Override
  public double compiledShare() {
    return 1;
  }

  @Override
  public CellCount cells() {
    return new CellCount(1, 1);
  }
}
