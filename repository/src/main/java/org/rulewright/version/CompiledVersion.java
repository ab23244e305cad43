package org.rulewright.version;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyModel;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.LookupRows;
import org.rulewright.decision.LookupShape;
import org.rulewright.decision.LookupSource;
import org.rulewright.decision.Outcome;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnModel;
import org.rulewright.dmn.Explanation;
import org.rulewright.dmn.FlowExplainer;
import org.rulewright.expression.RowFinder;
import org.rulewright.parity.Subject;
import org.rulewright.ruleflow.Flow;
import org.rulewright.ruleflow.FlowReference;

/**
 * A version ready to decide with exactly what it pins, for many threads at once.
 *
 * <p>Whoever compiled it closes it once nobody decides by it any more: it shares models that hold
 * memory outside of Java's.
 */
public final class CompiledVersion implements AutoCloseable {

  private final StrategyModel source;
  private final DmnModel model;
  private final @Nullable Flow flow;
  private final VersionCallees callees;
  private final List<Diagnostic> neverRuns;

  CompiledVersion(
      StrategyModel source,
      DmnModel model,
      @Nullable Flow flow,
      VersionCallees callees,
      List<Diagnostic> flowProblems) {
    this.source = source;
    this.model = model;
    this.flow = flow;
    this.callees = callees;
    var found = new ArrayList<>(model.problems());
    found.addAll(flowProblems);
    this.neverRuns = List.copyOf(found);
  }

  public StrategyModel source() {
    return source;
  }

  /** Returns its model, and after it those it imports. */
  public List<DmnDocument> documents() {
    return model.documents();
  }

  /**
   * Returns why it may not be released; empty for one that may.
   *
   * <p>One with a model that cannot be opened still decides: that step fails like a model that
   * gives no score, by its error event where it has one, and a replay takes the recorded score.
   */
  public List<Diagnostic> problems() {
    var found = new ArrayList<>(neverRuns);
    found.addAll(callees.models().problems());
    return List.copyOf(found);
  }

  /** Returns the decisions of the version. */
  public DmnModel model() {
    return model;
  }

  /** Returns the flow, where it has one that can run. */
  public Optional<Flow> flow() {
    return Optional.ofNullable(flow);
  }

  /** Returns what the flow may call: its decisions, and the look-up tables and models it pins. */
  public DecisionSource callees() {
    return callees;
  }

  /** Returns the look-up tables it pins. */
  public LookupSource lookups() {
    return callees.lookups();
  }

  /**
   * Returns what is compared when the version is examined: its flow where a caller's decision
   * begins with it, else the decision its contract names.
   *
   * @param asOf what the clock shows
   */
  public Subject subject(OffsetDateTime asOf) {
    var schema = source.contract().schema();
    return source
        .startingFlow()
        .<Subject>map(bpmn -> new Subject.OfFlow(bpmn, model, callees, schema, lookups(), asOf))
        .orElseGet(() ->
            new Subject.OfDecision(model, source.contract().entry(), schema, lookups(), asOf));
  }

  @Override
  public void close() {
    callees.models().close();
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
        .where(RowFinder.CURRENT, new LookupRows(lookups(), asOf))
        .call(() -> entry(facts, asOf, traced));
  }

  /**
   * Returns the entry as a decision that may be made for many rows at once.
   *
   * @return empty where what a row looks up or scores has to be noted for that row, as {@link
   *     #evaluate} does
   */
  public Optional<Decision> batchEntry() {
    return source.startsWithFlow() || !neverRuns.isEmpty() || !callees.lookups().isEmpty()
        ? Optional.empty()
        : model.decision(source.contract().entry()).map(Decision.class::cast);
  }

  /** Decides again by the entry of the contract and says why. */
  public Explanation explain(Facts facts, OffsetDateTime asOf, UsedValues used) {
    return ScopedValue.where(UsedValues.CURRENT, used)
        .where(RowFinder.CURRENT, new LookupRows(lookups(), asOf))
        .call(() -> explained(facts, asOf));
  }

  private Explanation explained(Facts facts, OffsetDateTime asOf) {
    if (!neverRuns.isEmpty()) {
      return new Explanation(entry(facts, asOf, true), List.of());
    }
    return flow != null && source.startsWithFlow()
        ? FlowExplainer.explain(flow, model, this::inputs, facts, asOf)
        : model.explain(source.contract().entry(), facts, asOf);
  }

  /** Returns what a look-up table or model that the flow calls reads. */
  public List<String> inputs(FlowReference reference) {
    return switch (reference.kind()) {
      case LOOKUP ->
          lookups().shape(reference.key()).stream()
              .flatMap(shape -> shape.keys().stream())
              .map(LookupShape.Column::name)
              .toList();
      case MODEL -> callees.models().inputs(reference.key());
      default -> List.of();
    };
  }

  private Outcome entry(Facts facts, OffsetDateTime asOf, boolean traced) {
    if (!neverRuns.isEmpty()) {
      return new Outcome.Failed(neverRuns, org.rulewright.decision.Trace.EMPTY);
    }
    return flow != null && source.startsWithFlow()
        ? flow.evaluate(facts, asOf, traced)
        : model.evaluate(source.contract().entry(), facts, asOf, traced);
  }
}
