package org.rulewright.parity;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Formula;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.ReferenceExpression;
import org.rulewright.decision.ReferenceTest;
import org.rulewright.dmn.Feel;

/** Counts, run by run, what the reference engine evaluates of a flow and how often it fails. */
final class Watched {

  private int evaluations;
  private int failures;

  /** Begins a new run. */
  void begin() {
    evaluations = 0;
    failures = 0;
  }

  /** Notes that something else than a formula was not decided by our own engine. */
  void delegated(int times) {
    evaluations += times;
  }

  int evaluations() {
    return evaluations;
  }

  int failures() {
    return failures;
  }

  /** Compiles a formula, with a watched reference behind it. */
  Formula compiled(String text, Map<String, FactType> names) {
    return Formula.compile(text, names.keySet(), reference(names));
  }

  /** Leaves a formula to the watched reference. */
  Formula byReference(String text, Map<String, FactType> names) {
    return Formula.byReference(text, reference(names));
  }

  /** Leaves a formula to Camunda, which nobody watches. */
  static Formula byCamunda(String text, Map<String, FactType> names) {
    return Formula.byReference(text, new CamundasFeel(Feel.reference(names)));
  }

  private record CamundasFeel(ReferenceEvaluator other) implements ReferenceEvaluator {

    @Override
    public ReferenceTest unaryTests(String text, FactType inputType) {
      return other.unaryTests(text, inputType);
    }

    @Override
    public ReferenceExpression expression(String text) {
      return Feel.camunda(text);
    }
  }

  private ReferenceEvaluator reference(Map<String, FactType> names) {
    return new Evaluator(Feel.reference(names));
  }

  private final class Evaluator implements ReferenceEvaluator {
    private final ReferenceEvaluator reference;

    Evaluator(ReferenceEvaluator reference) {
      this.reference = reference;
    }

    @Override
    public ReferenceTest unaryTests(String text, FactType inputType) {
      return reference.unaryTests(text, inputType);
    }

    @Override
    public ReferenceExpression expression(String text) {
      var expression = reference.expression(text);
      return (Map<String, @Nullable Object> variables, OffsetDateTime asOf) ->
          noted(expression.evaluate(variables, asOf));
    }
  }

  private ReferenceAnswer noted(ReferenceAnswer answer) {
    evaluations++;
    failures += answer.failed() ? 1 : 0;
    return answer;
  }
}
