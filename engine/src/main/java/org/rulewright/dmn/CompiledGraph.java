package org.rulewright.dmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontable.CellCount;

/**
 * The decisions of a model that our own engine takes; the others are steps of the reference engine,
 * which has the results of what they require from ours.
 */
final class CompiledGraph {

  /** While the graph is made, with all its tables; then without. */
  private DmnDocument document;

  private final Imported imported;
  private final Map<String, Step> steps = new HashMap<>();
  private final Map<String, Optional<Plan>> plans = new ConcurrentHashMap<>();

  /** Compiles a model with those it imports; the first document is the main one. */
  CompiledGraph(List<DmnDocument> documents, Supplier<KieModel> kie) {
    this(
        documents.getFirst(),
        documents,
        new HashMap<>(),
        Set.of(documents.getFirst().namespace()),
        kie);
  }

  CompiledGraph(
      DmnDocument document,
      List<DmnDocument> all,
      Map<String, CompiledGraph> made,
      Set<String> onTheWay) {
    this(document, all, made, onTheWay, null);
  }

  /**
   * @param kie makes single decisions; null for an imported model, whose decisions it makes only
   *     with the whole
   */
  private CompiledGraph(
      DmnDocument document,
      List<DmnDocument> all,
      Map<String, CompiledGraph> made,
      Set<String> onTheWay,
      @Nullable Supplier<KieModel> kie) {
    this.document = document;
    this.imported = Imported.of(document, all, made, onTheWay);
    var compiler = new StepCompiler(main(), document.imports().isEmpty() ? kie : null);
    for (var decision : document.decisions()) {
      compiler.compile(decision).ifPresent(step -> steps.put(decision.id(), step));
    }
    this.document = document.lean();
  }

  DmnDocument document() {
    return document;
  }

  Imported imported() {
    return imported;
  }

  /** Returns how a decision is reached, or nothing where something on the way is not ours. */
  Optional<Plan> plan(String name) {
    return plans.computeIfAbsent(name, this::makePlan);
  }

  /** The reference engine as the texts of a decision see it. */
  ReferenceEvaluator reference(DmnDecision decision) {
    return new KieReference(new ScopedDecision(main(), decision).names(), imported.names());
  }

  Optional<Step> step(DmnDecision decision) {
    return Optional.ofNullable(steps.get(decision.id()));
  }

  /**
   * The mean over all decisions of the share of cells and expressions that are compiled; decisions
   * of other models that are required count, too.
   */
  double compiledShare() {
    var all = new LinkedHashSet<ScopedDecision>();
    document.decisions().forEach(it -> new ScopedDecision(main(), it).reach(all));
    return all.stream().mapToDouble(ScopedDecision::compiledShare).average().orElse(0);
  }

  /** The cells of a decision and of whatever it requires, imported or not. */
  CellCount cells(String name) {
    return scoped(name).stream().map(ScopedDecision::cells).reduce(CellCount.NONE, CellCount::plus);
  }

  private Set<ScopedDecision> scoped(String name) {
    return document
        .decision(name)
        .map(it -> new ScopedDecision(main(), it).withAllRequired())
        .orElse(Set.of());
  }

  /** A decision and whatever it requires, each once. */
  List<DmnModel.Reached> reached(String name) {
    return scoped(name).stream()
        .map(it -> new DmnModel.Reached(it.scope().document(), it.decision()))
        .distinct()
        .toList();
  }

  /** The names of the facts a decision takes, and whatever it requires. */
  Set<String> facts(String name) {
    return scoped(name).stream()
        .flatMap(ScopedDecision::inputs)
        .map(PlanInput::fact)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Scope main() {
    return new Scope("", this);
  }

  /** The model whose step a trace has; empty where that is no model imported by a plain name. */
  Optional<Scope> scopeOf(TraceStep step) {
    var scope = main();
    var other = Imported.Reference.of(step.decisionId());
    var rest = step.decisionName();
    while (other.isPresent() && !scope.document().namespace().equals(other.get().namespace())) {
      var left = rest;
      var next =
          scope.graph().imported.byNamespace().values().stream()
              .filter(it -> left.startsWith(it.name() + "."))
              .findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      rest = left.substring(next.get().name().length() + 1);
      scope = new Scope(scope.qualified(next.get().name()) + ".", next.get().graph());
    }
    return Optional.of(scope);
  }

  private Optional<Plan> makePlan(String name) {
    var order = new LinkedHashSet<ScopedDecision>();
    var inputs = new LinkedHashSet<PlanInput>();
    var wanted = document.decision(name);
    if (wanted.isEmpty()
        || !collect(new ScopedDecision(main(), wanted.get()), order, inputs, new HashSet<>())) {
      return Optional.empty();
    }
    var names = new HashSet<String>();
    boolean unambiguous =
        order.stream().allMatch(it -> names.add(it.name()))
            && inputs.stream().allMatch(it -> names.add(it.name()));
    var made = steps(order);
    boolean someOurs = made.stream().anyMatch(it -> !(it.step() instanceof OfReference));
    return unambiguous && someOurs
        ? Optional.of(new Plan(made, List.copyOf(inputs)))
        : Optional.empty();
  }

  private static List<PlanStep> steps(Set<ScopedDecision> order) {
    return order.stream()
        .flatMap(it -> it.step().stream().map(step -> new PlanStep(it.scope(), step)))
        .toList();
  }

  /** Collects what a decision requires before the decision itself; false where one is not ours. */
  private static boolean collect(
      ScopedDecision wanted,
      Set<ScopedDecision> order,
      Set<PlanInput> inputs,
      Set<ScopedDecision> onTheWay) {
    if (order.contains(wanted)) {
      return true;
    }
    var found = wanted.step();
    if (found.isEmpty() || !onTheWay.add(wanted)) {
      return false;
    }
    // a scorecard needs what its tables need, and not the tables
    var needed = found.get().decision();
    for (var id : needed.requiredInputs()) {
      var input = wanted.scope().input(id);
      if (input.isEmpty()) {
        return false;
      }
      inputs.add(input.get());
    }
    for (var id : needed.requiredDecisions()) {
      var required = wanted.scope().decision(id);
      if (required.isEmpty() || !collect(required.get(), order, inputs, onTheWay)) {
        return false;
      }
    }
    order.add(wanted);
    return true;
  }
}
