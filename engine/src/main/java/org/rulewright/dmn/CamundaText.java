package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.ReferenceExpression;

/**
 * An expression that stands outside of any decision, evaluated by the FEEL of Camunda with the same
 * guards, decimals and functions as in its decisions.
 */
record CamundaText(String text) implements ReferenceExpression {

  private static final Later<CamundaFeel> FEEL = new Later<>(CamundaFeel::new);

  @Override
  public ReferenceAnswer evaluate(Map<String, @Nullable Object> variables, OffsetDateTime asOf) {
    var evaluation = new Evaluation(asOf, DmnModel.TIME_LIMIT.toNanos());
    try {
      return ScopedValue.where(Evaluation.CURRENT, evaluation)
          .call(() -> ReferenceAnswer.of(FEEL.get().evaluate(text, variables)));
    } catch (Evaluation.EvaluationStopped stopped) {
      return failed(Diagnostic.error("EVALUATION_TIMEOUT", Place.NOWHERE));
    } catch (StackOverflowError deep) {
      // expressions may call themselves; the stack unwinds to here and nothing is half done
      return failed(Diagnostic.error("dmn.too-deep", Place.NOWHERE));
    } catch (RuntimeException refused) {
      // beside its own exceptions that engine lets some errors of FEEL out as those of Scala
      var reason = Diagnostic.shortened(String.valueOf(refused.getMessage()));
      return failed(Diagnostic.error("dmn.engine", Place.NOWHERE, reason));
    }
  }

  private static ReferenceAnswer failed(Diagnostic problem) {
    return new ReferenceAnswer(null, List.of(problem));
  }
}
