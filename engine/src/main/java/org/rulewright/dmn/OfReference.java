package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.CellCount;

/**
 * A decision the reference engine makes, from what our own has made of the decisions it requires.
 *
 * @param size how many cells it has, none of them ours
 */
record OfReference(DmnDecision decision, int size, Supplier<KieModel> reference) implements Step {

  @Override
  public Outcome evaluate(
      Map<String, @Nullable Object> values, OffsetDateTime asOf, boolean traced) {
    Evaluation.delegated();
    return reference.get().evaluateAlone(decision.name(), Facts.over(values), traced);
  }

  @Override
  public double compiledShare() {
    return 0;
  }

  @Override
  public CellCount cells() {
    return new CellCount(size, 0);
  }
}
