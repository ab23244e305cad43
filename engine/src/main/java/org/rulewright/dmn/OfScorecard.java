package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.Type;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decisiontable.CellCount;
import org.rulewright.scorecard.Characteristic;
import org.rulewright.scorecard.CompiledScorecard;
import org.rulewright.scorecard.Scorecard;

/**
 * The score of a scorecard, or its reasons, without the tables between.
 *
 * @param decision with what the tables of the characteristics require in their place
 * @param reasons whether the reasons are asked for
 */
record OfScorecard(DmnDecision decision, CompiledScorecard card, boolean reasons) implements Step {

  /** Empty where an input is more than a name declared of the type it is binned as. */
  static Optional<Step> of(
      DmnDecision decision,
      Scorecard card,
      Map<String, Type> names,
      List<DmnDecision> tables,
      ReferenceEvaluator reference) {
    return card.characteristics().stream().allMatch(it -> isSure(it, names))
        ? Optional.of(
            new OfScorecard(
                seen(decision, tables),
                CompiledScorecard.compile(card, names.keySet(), reference),
                decision.id().equals(card.reasonsId())))
        : Optional.empty();
  }

  private static boolean isSure(Characteristic characteristic, Map<String, Type> names) {
    var declared = names.get(characteristic.input());
    return declared != null && declared == KieTypes.of(TreeTables.type(characteristic.kind()));
  }

  private static DmnDecision seen(DmnDecision decision, List<DmnDecision> tables) {
    Set<String> decisions = new LinkedHashSet<>();
    Set<String> inputs = new LinkedHashSet<>();
    for (var table : tables) {
      decisions.addAll(table.requiredDecisions());
      inputs.addAll(table.requiredInputs());
    }
    return new DmnDecision(
        decision.id(),
        decision.name(),
        decision.kind(),
        decision.typeRef(),
        List.copyOf(decisions),
        List.copyOf(inputs),
        decision.requiredKnowledge());
  }

  @Override
  public Outcome evaluate(
      Map<String, @Nullable Object> values, OffsetDateTime asOf, boolean traced) {
    return reasons ? card.reasons(values, asOf, traced) : card.evaluate(values, asOf, traced);
  }

  @Override
  public void evaluate(
      FactColumns values,
      int from,
      int to,
      OffsetDateTime asOf,
      boolean traced,
      @Nullable Outcome[] outcomes) {
    if (reasons) {
      card.reasons(values, from, to, asOf, traced, outcomes);
    } else {
      card.evaluate(values, from, to, asOf, traced, outcomes);
    }
  }

  @Override
  public double compiledShare() {
    return 1;
  }

  /** The sum counts as one; the tables of the characteristics are decisions of their own. */
  @Override
  public CellCount cells() {
    return new CellCount(1, 1);
  }
}
