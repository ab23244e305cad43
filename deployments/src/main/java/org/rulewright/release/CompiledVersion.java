package org.rulewright.release;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyModel;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.LookupRows;
import org.rulewright.decision.LookupSource;
import org.rulewright.decision.Outcome;
import org.rulewright.dmn.DmnModel;
import org.rulewright.dmn.Explanation;
import org.rulewright.dmn.StepWhy;
import org.rulewright.expression.RowFinder;
import org.rulewright.ruleflow.Flow;

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

  /**
   * Decides again by the entry of the contract and says why.
   *
   * <p>Of a flow the steps are told as they were taken: which way at each gateway, which rules hit;
   * why the other rules of its tables did not is told of a decision that is the entry itself.
   */
  public Explanation explain(Facts facts, OffsetDateTime asOf, UsedValues used) {
    return ScopedValue.where(UsedValues.CURRENT, used)
        .where(RowFinder.CURRENT, new LookupRows(lookups, asOf))
        .call(() -> explained(facts, asOf));
  }

  private Explanation explained(Facts facts, OffsetDateTime asOf) {
    if (problems.isEmpty() && (flow == null || !source.startsWithFlow())) {
      return model.explain(source.contract().entry(), facts, asOf);
    }
    var outcome = entry(facts, asOf, true);
    return new Explanation(
        outcome, outcome.trace().steps().stream().<StepWhy>map(StepWhy.Plain::new).toList());
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
