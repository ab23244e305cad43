package org.rulewright.ruleflow;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.DecisionSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;

/**
 * A flow ready to decide, for many threads at once.
 *
 * <p>The value of its outcome is a context of its outputs: what the ends that were reached give,
 * or, where they have no mapping, those variables of the flow that are outputs of the contract.
 * Where an end refers the case to a person the verdict is REFER, whatever else was reached. The
 * trace has a step for every event, task and gateway that was come to; what a task called follows
 * its task.
 */
public final class Flow implements Decision {

  /** How deep flows may call each other. */
  public static final int DEEPEST = 16;

  private static final ScopedValue<Integer> DEPTH = ScopedValue.newInstance();

  private final FlowPlan plan;

  Flow(FlowPlan plan) {
    this.plan = plan;
  }

  /**
   * Compiles a flow.
   *
   * @param schema the facts the flow is given
   * @param source where it finds what it calls
   * @param formulas makes its conditions and mappings
   */
  public static FlowCompilation compile(
      FlowDefinition definition, FactSchema schema, DecisionSource source, Formulas formulas) {
    return new FlowCompiler(definition, schema, source, formulas).compile();
  }

  @Override
  public String id() {
    return plan.id();
  }

  @Override
  public String name() {
    return plan.name();
  }

  @Override
  public DecisionKind kind() {
    return DecisionKind.FLOW;
  }

  @Override
  public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
    return new FlowRun(plan, facts, asOf, traced, null).outcome();
  }

  /** Runs again and says at every gateway which ways were open, and what every task was given. */
  public FlowWhy explain(Facts facts, OffsetDateTime asOf) {
    var notes = new FlowNotes(plan, asOf);
    var outcome = new FlowRun(plan, facts, asOf, true, notes).outcome();
    return new FlowWhy(outcome, notes.steps());
  }

  /** Returns the share of its conditions and mappings that our own compiler took, 0 to 1. */
  public double compiledShare() {
    return formulas() == 0 ? 1 : (double) compiledFormulas() / formulas();
  }

  /** Returns how many conditions and mappings it has. */
  public int formulas() {
    return plan.formulas();
  }

  /** Returns how many of them our own compiler took. */
  public int compiledFormulas() {
    return plan.compiledFormulas();
  }

  /**
   * Calls a flow from inside a flow.
   *
   * @param notes of the calling flow, null where nobody asks why
   */
  static Outcome deeper(
      Decision flow, Facts facts, OffsetDateTime asOf, boolean traced, @Nullable FlowNotes notes) {
    int depth = DEPTH.isBound() ? DEPTH.get() : 1;
    if (depth >= DEEPEST) {
      var problem = Diagnostic.error("flow.too-deep", Place.of(flow.id()), String.valueOf(DEEPEST));
      return new Outcome.Failed(List.of(problem), Trace.EMPTY);
    }
    return ScopedValue.where(DEPTH, depth + 1)
        .call(() ->
            notes != null && flow instanceof Flow inner
                ? notes.went(inner.explain(facts, asOf))
                : flow.evaluate(facts, asOf, traced));
  }
}
