package org.rulewright.decision;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A decision that is one expression, such as the context a strategy answers with. */
public final class LiteralExpression implements Decision {

  private final String id;
  private final String name;
  private final Formula formula;

  private LiteralExpression(String id, String name, Formula formula) {
    this.id = id;
    this.name = name;
    this.formula = formula;
  }

  /**
   * Compiles the expression once, at load.
   *
   * @param variables names of everything the expression can see: inputs and other decisions
   */
  public static LiteralExpression compile(
      String id, String name, String text, Set<String> variables, ReferenceEvaluator reference) {
    return new LiteralExpression(id, name, Formula.compile(text, variables, reference));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DecisionKind kind() {
    return DecisionKind.LITERAL_EXPRESSION;
  }

  /** Whether our compiler took the expression. */
  public boolean isCompiled() {
    return formula.isCompiled();
  }

  @Override
  public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
    return evaluate(facts.asMap(), asOf, traced);
  }

  /** The same on a plain map, for callers that add the values of other decisions to it. */
  public Outcome evaluate(
      Map<String, @Nullable Object> variables, OffsetDateTime asOf, boolean traced) {
    ReferenceAnswer answer = formula.evaluate(variables, asOf);
    return answer.failed()
        ? new Outcome.Failed(answer.problems(), trace(null, traced))
        : new Outcome.Decided(answer.value(), trace(answer.value(), traced));
  }

  private Trace trace(@Nullable Object value, boolean traced) {
    return traced
        ? Trace.of(new TraceStep(id, name, kind(), List.of(), value, !formula.isCompiled()))
        : Trace.EMPTY;
  }
}
