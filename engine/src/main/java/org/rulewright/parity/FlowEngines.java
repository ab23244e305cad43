package org.rulewright.parity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.bpmn.CamundaFlow;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.LookupRows;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.CellCount;
import org.rulewright.dmn.DmnModel;
import org.rulewright.dmn.EngineChoice;
import org.rulewright.expression.RowFinder;
import org.rulewright.parity.Subject.OfFlow;
import org.rulewright.ruleflow.Flow;
import org.rulewright.ruleflow.FlowCompilation;
import org.rulewright.ruleflow.FlowReference;
import org.rulewright.ruleflow.Formulas;

/**
 * A flow in four ways: compiled; by the same plan with all FEEL and every decision left to KIE; as
 * Camunda runs the file, with the decisions left to KIE; and, to tell why Camunda differs, by the
 * plan with Camunda's FEEL.
 */
final class FlowEngines implements Engines {

  private final OfFlow subject;
  private final Watched watched = new Watched();
  private final Flow compiled;
  private final Flow byKie;
  private final Flow byCamundasFeel;
  private final CamundaFlow.Deployed deployed;
  private final FlowGaps gaps;
  private final FlowFacts facts;

  /**
   * Compiles the flow and deploys it on Camunda.
   *
   * @throws IllegalArgumentException when it cannot run at all, which its checks say
   */
  FlowEngines(OfFlow subject) {
    this.subject = subject;
    this.compiled = flow(EngineChoice.COMPILED, watched::compiled);
    this.byKie = flow(EngineChoice.KIE, watched::byReference);
    this.byCamundasFeel = flow(EngineChoice.KIE, Watched::byCamunda);
    this.facts = new FlowFacts(subject);
    this.gaps = new FlowGaps(BpmnFlow.definition(subject.flow()));
    this.deployed = CamundaFlow.deploy(subject.flow(), List.of(), side(EngineChoice.KIE));
  }

  private FlowSide side(EngineChoice engine) {
    return new FlowSide(subject, engine, watched);
  }

  private Flow flow(EngineChoice engine, Formulas formulas) {
    return switch (BpmnFlow.compile(subject.flow(), subject.inputs(), side(engine), formulas)) {
      case FlowCompilation.Compiled(var flow) -> flow;
      case FlowCompilation.Refused(var problems) ->
          throw new IllegalArgumentException("the flow cannot run: " + problems);
    };
  }

  @Override
  public DmnModel.Observed ours(Facts given) {
    watched.begin();
    var outcome = decide(compiled, given);
    return new DmnModel.Observed(outcome, watched.evaluations());
  }

  @Override
  public Outcome kie(Facts given) {
    return decide(byKie, given);
  }

  @Override
  public Outcome camunda(Facts given) {
    return switch (deployed) {
      case CamundaFlow.Deployed.Running(var flow) -> decide(flow, given);
      case CamundaFlow.Deployed.Refused refused ->
          throw new IllegalStateException("not deployed: " + refused.problems());
    };
  }

  private Outcome decide(Decision flow, Facts given) {
    Supplier<Outcome> run = () -> flow.evaluate(given, subject.asOf(), false);
    return ScopedValue.where(RowFinder.CURRENT, new LookupRows(subject.lookups(), subject.asOf()))
        .call(run::get);
  }

  @Override
  public List<Diagnostic> obstacles() {
    return deployed instanceof CamundaFlow.Deployed.Refused(var problems) ? problems : List.of();
  }

  @Override
  public Optional<CamundaGap> gap(Facts given, Outcome kie, Outcome camunda) {
    watched.begin();
    var again = decide(byKie, given);
    boolean feelFailed = watched.failures() > 0;
    return new Agreement(java.math.BigDecimal.ZERO).of(again, kie)
        ? gaps.explain(feelFailed, camunda, () -> decide(byCamundasFeel, given))
        : Optional.empty();
  }

  @Override
  public Set<String> used() {
    return facts.used();
  }

  @Override
  public Constants constants(Set<String> names) {
    return facts.constants(names);
  }

  @Override
  public CellCount cells() {
    var cells = new CellCount(compiled.formulas(), compiled.compiledFormulas());
    for (var decision : decisions()) {
      cells = cells.plus(subject.model().cells(decision));
    }
    return cells;
  }

  @Override
  public FlowCount flow() {
    return new FlowCount(
        subject.entry(),
        compiled.formulas(),
        compiled.compiledFormulas(),
        decisions(),
        called(kind -> kind != DecisionKind.OTHER));
  }

  private List<String> decisions() {
    return called(kind -> kind == DecisionKind.OTHER);
  }

  private List<String> called(java.util.function.Predicate<DecisionKind> kinds) {
    return BpmnFlow.references(subject.flow()).stream()
        .filter(it -> kinds.test(it.kind()))
        .map(FlowReference::key)
        .distinct()
        .toList();
  }

  @Override
  public void close() {
    if (deployed instanceof CamundaFlow.Deployed.Running(var flow)) {
      flow.close();
    }
  }
}
