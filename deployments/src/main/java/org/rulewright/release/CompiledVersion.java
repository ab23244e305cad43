package org.rulewright.release;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyModel;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.LookupRows;
import org.rulewright.decision.LookupShape;
import org.rulewright.decision.LookupSource;
import org.rulewright.decision.Outcome;
import org.rulewright.dmn.DmnModel;
import org.rulewright.dmn.Explanation;
import org.rulewright.dmn.FlowExplainer;
import org.rulewright.expression.RowFinder;
import org.rulewright.ruleflow.Flow;
import org.rulewright.ruleflow.FlowReference;

/** A version ready to decide with exactly what it pins, for many threads at once. */
public final class CompiledVersion {

  private final StrategyModel source;
  private final DmnModel model;
  private final @Nullable Flow flow;
  private final LookupSource lookups;
  private final List<Diagnostic> problems;

  CompiledVersion(
      StrategyModel source,
      DmnModel model,
      @Nullable Flow flow,
      LookupSource lookups,
      List<Diagnostic> flowProblems) {
    this.source = source;
    this.model = model;
    this.flow = flow;
    this.lookups = lookups;
    var found = new ArrayList<>(model.problems());
    found.addAll(flowProblems);
    this.problems = List.copyOf(found);
  }

  public StrategyModel source() {
    return source;
  }

  /** Returns why it may not decide; empty for one that may. */
  public List<Diagnostic> problems() {
    return problems;
  }

  LookupSource lookups() {
    return lookups;
  }

  /** Returns the share of cells, expressions and conditions that our own engine evaluates. */
  public double compiledShare() {
    if (flow == null) {
      return model.compiledShare();
    }
    return model.document().decisions().isEmpty()
        ? flow.compiledShare()
        : (model.compiledShare() + flow.compiledShare()) / 2;
  }

  /**
   * Decides by the entry of the contract.
   *
   * @param used notes what is looked up and scored, or gives it from a record
   */
  public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced, UsedValues used) {
    return ScopedValue.where(UsedValues.CURRENT, used)
        .where(RowFinder.CURRENT, new LookupRows(lookups, asOf))
        .call(() -> entry(facts, asOf, traced));
  }

  /** Decides again by the entry of the contract and says why. */
  public Explanation explain(Facts facts, OffsetDateTime asOf, UsedValues used) {
    return ScopedValue.where(UsedValues.CURRENT, used)
        .where(RowFinder.CURRENT, new LookupRows(lookups, asOf))
        .call(() -> explained(facts, asOf));
  }

  private Explanation explained(Facts facts, OffsetDateTime asOf) {
    if (!problems.isEmpty()) {
      return new Explanation(entry(facts, asOf, true), List.of());
    }
    return flow != null && source.startsWithFlow()
        ? FlowExplainer.explain(flow, model, this::inputs, facts, asOf)
        : model.explain(source.contract().entry(), facts, asOf);
  }

  /** What a look-up table that the flow calls reads. */
  private List<String> inputs(FlowReference reference) {
    return reference.kind() == DecisionKind.LOOKUP
        ? lookups.shape(reference.key()).stream()
            .flatMap(shape -> shape.keys().stream())
            .map(LookupShape.Column::name)
            .toList()
        : List.of();
  }

  private Outcome entry(Facts facts, OffsetDateTime asOf, boolean traced) {
    if (!problems.isEmpty()) {
      return new Outcome.Failed(problems, org.rulewright.decision.Trace.EMPTY);
    }
    return flow != null && source.startsWithFlow()
        ? flow.evaluate(facts, asOf, traced)
        : model.evaluate(source.contract().entry(), facts, asOf, traced);
  }
}
