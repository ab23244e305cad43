package org.rulewright.dmn;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.ColumnarDecision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;

/** A decision of a model with all it requires. */
record GraphDecision(DmnModel model, DmnDecision decision) implements ColumnarDecision {

  /** So few rows that a stretch that fails as a whole costs little. */
  private static final int STRETCH = 1024;

  @Override
  public String id() {
    return decision.id();
  }

  @Override
  public String name() {
    return decision.name();
  }

  @Override
  public DecisionKind kind() {
    return decision.kind();
  }

  @Override
  public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
    return model.evaluate(decision.name(), facts, asOf, traced);
  }

  @Override
  public void evaluate(
      FactColumns facts,
      int from,
      int to,
      OffsetDateTime asOf,
      boolean traced,
      @Nullable Outcome[] outcomes) {
    for (int start = from; start < to; start += STRETCH) {
      int end = Math.min(to, start + STRETCH);
      @Nullable Outcome[] made = model.stretch(decision.name(), facts, start, end, asOf, traced);
      for (int i = start; i < end; i++) {
        @Nullable Outcome outcome = made[i - start];
        outcomes[i - from] =
            outcome == null ? evaluate(Facts.over(facts.row(i)), asOf, traced) : outcome;
      }
    }
  }
}
