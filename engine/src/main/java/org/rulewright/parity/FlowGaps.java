package org.rulewright.parity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.rulewright.decision.Outcome;
import org.rulewright.ruleflow.FlowDefinition;
import org.rulewright.ruleflow.FlowStep;

/**
 * Finds the known gap of Camunda that explains why a flow comes to something else there.
 *
 * <p>Whether it is Camunda's FEEL is not guessed: our plan is run with Camunda's FEEL in place of
 * KIE's, and only if that comes to what Camunda came to, it is. Then the way through the flow is
 * the same, and what differs is what a condition or mapping gives.
 */
final class FlowGaps {

  private final boolean joinsInclusively;

  FlowGaps(FlowDefinition flow) {
    joinsInclusively =
        flow.steps().stream()
            .anyMatch(step ->
                step instanceof FlowStep.Gateway gateway
                    && gateway.kind() == FlowStep.GatewayKind.INCLUSIVE
                    && flow.flows().stream().filter(it -> it.target().equals(step.id())).count()
                        > 1);
  }

  /**
   * Explains a difference.
   *
   * @param feelFailed whether FEEL failed somewhere on the way with KIE
   * @param camundasFeel decides by our plan with Camunda's FEEL
   */
  Optional<CamundaGap> explain(
      boolean feelFailed, Outcome camunda, Supplier<Outcome> camundasFeel) {
    if (joinsInclusively && isStuck(camunda)) {
      return Optional.of(CamundaGap.INCLUSIVE_JOIN);
    }
    if (!new Agreement(BigDecimal.ZERO).of(camundasFeel.get(), camunda)) {
      return Optional.empty();
    }
    if (CamundaGaps.isUnreadable(camunda)) {
      return Optional.of(CamundaGap.SYNTAX);
    }
    return Optional.of(feelFailed ? CamundaGap.ERROR_IS_NULL : CamundaGap.FEEL);
  }

  private static boolean isStuck(Outcome outcome) {
    return outcome instanceof Outcome.Failed(var problems, _)
        && problems.stream().anyMatch(it -> it.code().equals("flow.stuck"));
  }
}
