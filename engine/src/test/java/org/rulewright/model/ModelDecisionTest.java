package org.rulewright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;

class ModelDecisionTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");

  @Test
  void aModelDecidesOnFactsAndItsTraceHoldsItsOutputs() {
    try (var model = TestModels.pmml(PmmlText.regression())) {
      Decision decision = new ModelDecision("pd", "Default probability", model);
      var facts = Facts.of(Map.of("income", BigDecimal.TWO, "region", "south", "other", "x"));

      var outcome = decision.evaluate(facts, AS_OF, true);

      var outputs = Map.of("result", new BigDecimal("6.0"));
      assertThat(((Outcome.Decided) outcome).value()).isEqualTo(outputs);
      assertThat(outcome.trace().steps())
          .containsExactly(
              new TraceStep(
                  "pd", "Default probability", DecisionKind.MODEL, List.of(), outputs, false));
      assertThat(decision.evaluate(facts, AS_OF, false).trace()).isSameAs(Trace.EMPTY);
    }
  }

  @Test
  void aFailedScoreIsAFailedOutcomeThatStillHasItsStep() {
    try (var model = TestModels.pmml(PmmlText.regression())) {
      var outcome = new ModelDecision("pd", "PD", model).evaluate(Facts.NONE, AS_OF, true);

      assertThat(((Outcome.Failed) outcome).problems())
          .extracting(it -> it.place().element())
          .containsExactly("income", "region");
      assertThat(outcome.trace().steps()).singleElement().matches(step -> step.value() == null);
    }
  }
}
