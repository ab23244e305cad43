package org.rulewright.dmn;

import static org.rulewright.dmn.GuardedEvaluation.failed;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.CheckedFacts;
import org.rulewright.decision.ColumnarDecision;
import org.rulewright.decision.Decision;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.Facts;
import org.rulewright.decision.LookupSource;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decisiontable.CellCount;
import org.rulewright.expression.Running;

/**
 * A model ready to decide, for many threads at once.
 *
 * <p>Decision tables and literal expressions linked by requirements are decided by our own engine;
 * whatever it leaves alone is decided by the reference engine, Apache KIE in strict mode.
 */
public final class DmnModel {

  /** How long one evaluation may take; what takes longer fails and is stopped. */
  public static final Duration TIME_LIMIT = Duration.ofSeconds(5);

  private final List<DmnDocument> documents;
  private final List<Diagnostic> refusals;
  private final Later<KieModel> reference;
  private final Later<CompiledGraph> graph;
  private final CamundaModel camunda;

  /** One for all that the model is given, so that its tables look their columns up once. */
  private final FactLayout inputLayout;

  private final GuardedEvaluation guard;

  private DmnModel(
      List<DmnDocument> documents,
      LookupSource lookups,
      List<Diagnostic> refusals,
      Duration limit) {
    this.guard = new GuardedEvaluation(refusals, limit, lookups);
    var kept = documents.stream().map(DmnDocument::lean).toList();
    this.documents = kept;
    this.refusals = refusals;
    this.reference = new Later<>(() -> KieModel.compile(kept));
    this.graph =
        new Later<>(() ->
            ScopedValue.where(Running.CURRENT, Running.NONE)
                .call(() -> new CompiledGraph(documents, reference::get)));
    this.camunda = new CamundaModel(kept.getFirst());
    this.inputLayout =
        FactLayout.of(kept.getFirst().inputs().stream().map(DmnInput::name).toList());
  }

  /** Compiles a model that imports none. */
  public static DmnModel compile(DmnDocument document) {
    return compile(List.of(document));
  }

  /**
   * Compiles a model and the models it imports; the first is the main one.
   *
   * <p>A model that may not run at all, such as one with external functions, is compiled too: its
   * {@link #problems} say why, and every evaluation fails with them.
   */
  public static DmnModel compile(List<DmnDocument> documents) {
    return compile(documents, LookupSource.NONE);
  }

  /** The same with the look-up tables that its expressions may read. */
  public static DmnModel compile(List<DmnDocument> documents, LookupSource lookups) {
    return compile(documents, lookups, TIME_LIMIT);
  }

  static DmnModel compile(List<DmnDocument> documents, Duration limit) {
    return compile(documents, LookupSource.NONE, limit);
  }

  private static DmnModel compile(
      List<DmnDocument> documents, LookupSource lookups, Duration limit) {
    var refusals = documents.stream().flatMap(it -> Refusals.of(it).stream()).toList();
    return new DmnModel(List.copyOf(documents), lookups, refusals, limit);
  }

  /** Returns the main model, and after it those it imports. */
  public List<DmnDocument> documents() {
    return documents;
  }

  /** The names of the inputs of the main model. */
  FactLayout inputLayout() {
    return inputLayout;
  }

  /** Returns the main model. */
  public DmnDocument document() {
    return documents.getFirst();
  }

  /** Returns why the model may not be evaluated; empty for one that may. */
  public List<Diagnostic> problems() {
    return refusals;
  }

  /** Evaluates a decision by our own engine, with the reference engine behind it. */
  public Outcome evaluate(String decision, Facts facts, OffsetDateTime asOf, boolean traced) {
    return evaluate(decision, facts, asOf, traced, EngineChoice.COMPILED);
  }

  /**
   * Evaluates a decision and what it requires, each once.
   *
   * @param asOf what {@code now()} and {@code today()} return
   * @param traced whether the outcome carries its trace
   */
  public Outcome evaluate(
      String decision, Facts facts, OffsetDateTime asOf, boolean traced, EngineChoice engine) {
    return guard.outcome(
        asOf,
        () ->
            switch (engine) {
              case COMPILED -> compiled(decision, facts, asOf, traced);
              case KIE -> byReference(decision, facts, traced);
              case CAMUNDA -> camunda.evaluate(decision, facts, traced);
            });
  }

  /** Finds a decision by its name, as something a flow can call; it takes the model's inputs. */
  public Optional<Decision> step(String name) {
    return document().decision(name).map(found -> new ModelStep(this, found));
  }

  /** Returns those of the facts that are inputs of the model. */
  public Facts taken(Facts facts) {
    return ModelStep.inputs(this, facts);
  }

  private Outcome compiled(String decision, Facts facts, OffsetDateTime asOf, boolean traced) {
    return graph
        .get()
        .plan(decision)
        .flatMap(plan -> plan.evaluate(facts, asOf, traced, reference::get))
        .orElseGet(() -> {
          Evaluation.delegated();
          return byReference(decision, facts, traced);
        });
  }

  /** Finds a decision of the main model by its name. */
  public Optional<ColumnarDecision> decision(String name) {
    return document().decision(name).map(it -> new GraphDecision(this, it));
  }

  /** Decides on a stretch of rows; null where a row has to be decided alone. */
  @Nullable Outcome[] stretch(
      String decision, FactColumns facts, int from, int to, OffsetDateTime asOf, boolean traced) {
    @Nullable Outcome[] none = new Outcome[to - from];
    var plan = refusals.isEmpty() ? graph.get().plan(decision) : Optional.<Plan>empty();
    if (plan.isEmpty()) {
      return none;
    }
    var evaluation = guard.begin(asOf);
    try {
      @Nullable Outcome[] made =
          guard
              .scope(evaluation, asOf)
              .call(() ->
                  new PlanColumns(plan.get(), reference::get, from, to)
                      .evaluate(facts, asOf, traced));
      return evaluation.stopped() == null ? made : none;
    } catch (Evaluation.EvaluationStopped | KieRefusal | StackOverflowError oneOfTheRows) {
      // which one shows where each is decided alone, within limits of its own
      return none;
    }
  }

  private Outcome byReference(String decision, Facts facts, boolean traced) {
    var kie = reference.get();
    return kie.hasDecision(decision)
        ? kie.evaluate(decision, facts, traced)
        : failed(Diagnostic.error("dmn.unknown-decision", Place.of(decision), decision));
  }

  /**
   * An outcome of our own engine, and how much of it was not ours.
   *
   * @param delegations how many cells or decisions the reference engine evaluated on the way
   */
  public record Observed(Outcome outcome, int delegations) {}

  /** Evaluates a decision by our own engine and counts what it left to the reference engine. */
  public Observed observe(String decision, Facts facts, OffsetDateTime asOf) {
    var delegations = new int[1];
    var outcome =
        guard.outcome(
            asOf,
            () -> {
              var made = compiled(decision, facts, asOf, false);
              delegations[0] = Evaluation.CURRENT.get().delegations();
              return made;
            });
    return new Observed(outcome, delegations[0]);
  }

  /** Returns a decision and whatever it requires, each after what it requires itself. */
  public List<DmnDecision> chain(String decision) {
    return document().decision(decision).map(camunda::chain).map(List::copyOf).orElse(List.of());
  }

  /**
   * A decision that another requires.
   *
   * @param document the model whose decision it is, the main one or one that is imported
   */
  public record Reached(DmnDocument document, DmnDecision decision) {}

  /** Returns a decision and whatever it requires, imported or not. */
  public List<Reached> reached(String decision) {
    return refusals.isEmpty() ? graph.get().reached(decision) : List.of();
  }

  /** Returns the names of the facts a decision takes, and whatever it requires. */
  public Set<String> facts(String decision) {
    return refusals.isEmpty() ? graph.get().facts(decision) : Set.of();
  }

  /** Counts the cells of a decision and of whatever it requires. */
  public CellCount cells(String decision) {
    return refusals.isEmpty() ? graph.get().cells(decision) : CellCount.NONE;
  }

  /**
   * Says why Camunda cannot make a decision, such as a boxed context it does not know; empty where
   * it can.
   */
  public List<Diagnostic> obstaclesToCamunda(String decision) {
    return camunda.obstacles(decision);
  }

  /**
   * Decides again and says why: every rule of every table on the way, with the cells that kept it
   * from matching, and the way through every tree.
   */
  public Explanation explain(String decision, Facts facts, OffsetDateTime asOf) {
    var outcome = evaluate(decision, facts, asOf, true);
    var steps = new ArrayList<StepWhy>();
    var explained =
        guard.outcome(
            asOf,
            () -> {
              steps.addAll(new Explainer(graph.get()).explain(outcome.trace(), facts, asOf));
              return outcome;
            });
    return explained instanceof Outcome.Failed && outcome instanceof Outcome.Decided
        ? new Explanation(explained, List.of())
        : new Explanation(outcome, steps);
  }

  /** The same for a decision as a flow calls it: of the facts it takes the model's inputs. */
  Explanation explainStep(String decision, Facts facts, OffsetDateTime asOf) {
    return explain(decision, ModelStep.inputs(this, facts), asOf);
  }

  /** Evaluates a decision service; it is always the reference engine that does. */
  public Outcome evaluateService(String service, Facts facts, OffsetDateTime asOf, boolean traced) {
    return guard.outcome(
        asOf,
        () ->
            document().services().contains(service)
                ? reference
                    .get()
                    .evaluateService(service, document().outputsOf(service), facts, traced)
                : failed(Diagnostic.error("dmn.unknown-service", Place.of(service), service)));
  }

  /** Turns values as JSON delivers them into facts of the types the model declares. */
  public CheckedFacts facts(Map<String, ? extends @Nullable Object> raw) {
    return new InputReader(document()).read(raw);
  }

  /** Returns the share of the model's cells and expressions our own engine evaluates, 0 to 1. */
  public double compiledShare() {
    return refusals.isEmpty() ? graph.get().compiledShare() : 0;
  }

  /** Evaluates a decision service by an engine of choice; Camunda has none of them. */
  public Outcome evaluateService(
      String service, Facts facts, OffsetDateTime asOf, boolean traced, EngineChoice engine) {
    return engine == EngineChoice.CAMUNDA
        ? failed(
            Diagnostic.error(
                "dmn.camunda-unsupported", Place.of(service), "decisionService", service))
        : evaluateService(service, facts, asOf, traced);
  }
}
