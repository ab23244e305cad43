package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.Type;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Formula;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontable.CellCount;
import org.rulewright.decisiontable.CompiledTable;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * The decisions of a model that our own engine takes; the others are steps of the reference engine,
 * which has the results of what they require from ours.
 */
final class CompiledGraph {

  /** While the graph is made, with all its tables; then without. */
  private DmnDocument document;

  private final Imported imported;
  private final BoxedForms forms;
  private final @Nullable Supplier<KieModel> kie;
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
    this.kie = document.imports().isEmpty() ? kie : null;
    this.forms = new BoxedForms(document.contents());
    this.imported = Imported.of(document, all, made, onTheWay);
    for (var decision : document.decisions()) {
      (isOurs(decision) ? step(decision) : boxed(decision))
          .or(() -> delegated(decision))
          .ifPresent(step -> steps.put(decision.id(), step));
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
    return reference(names(decision));
  }

  private KieReference reference(Map<String, Type> names) {
    return new KieReference(names, imported.names());
  }

  /**
   * The mean over all decisions of the share of cells and expressions that are compiled; decisions
   * of other models that are required count, too.
   */
  double compiledShare() {
    var all = new LinkedHashSet<Scoped>();
    document.decisions().forEach(it -> reach(new Scoped(main(), it), all));
    return all.stream().mapToDouble(CompiledGraph::compiledShare).average().orElse(0);
  }

  private static double compiledShare(Scoped reached) {
    var step = reached.scope().graph().steps.get(reached.decision().id());
    return step == null ? 0 : step.compiledShare();
  }

  /**
   * The cells of a decision and of whatever it requires, imported or not; those of a decision that
   * is not ours count as not compiled.
   */
  CellCount cells(String name) {
    var count = CellCount.NONE;
    for (var reached : scoped(name)) {
      var graph = reached.scope().graph();
      var step = graph.steps.get(reached.decision().id());
      count =
          count.plus(
              step == null ? new CellCount(graph.size(reached.decision()), 0) : step.cells());
    }
    return count;
  }

  private Set<Scoped> scoped(String name) {
    var order = new LinkedHashSet<Scoped>();
    document.decision(name).ifPresent(it -> reach(new Scoped(main(), it), order));
    return order;
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
        .flatMap(it ->
            it.decision().requiredInputs().stream()
                .flatMap(id -> it.scope().graph().input(it.scope(), id).stream()))
        .map(PlanInput::fact)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void reach(Scoped from, Set<Scoped> reached) {
    if (reached.add(from)) {
      var graph = from.scope().graph();
      from.decision().requiredDecisions().stream()
          .flatMap(id -> graph.required(from.scope(), id).stream())
          .forEach(next -> reach(next, reached));
    }
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

  /** A decision in the place where a plan reaches it. */
  private record Scoped(Scope scope, DmnDecision decision) {}

  /** A decision of this model or of one it imports, seen from the scope of this model. */
  private Optional<Scoped> required(Scope scope, String id) {
    var other = Imported.Reference.of(id);
    return other.isEmpty()
        ? document.contents().decisionById(id).map(it -> new Scoped(scope, it))
        : imported.decision(other.get()).map(it -> new Scoped(scope(scope, other.get()), it));
  }

  private Optional<PlanInput> input(Scope scope, String id) {
    var other = Imported.Reference.of(id);
    return other.isEmpty()
        ? document.contents().inputById(id).map(it -> new PlanInput(scope, it))
        : imported.input(other.get()).map(it -> new PlanInput(scope(scope, other.get()), it));
  }

  private Scope scope(Scope outer, Imported.Reference reference) {
    var found = imported.find(reference).orElseThrow();
    return new Scope(outer.qualified(found.name()) + ".", found.graph());
  }

  private int size(DmnDecision decision) {
    return document
        .contents()
        .table(decision.id())
        .map(table ->
            table.inputs().size()
                + table.rules().size() * (table.inputs().size() + table.outputs().size()))
        .orElse(1);
  }

  private Optional<Plan> makePlan(String name) {
    var order = new LinkedHashSet<Scoped>();
    var inputs = new LinkedHashSet<PlanInput>();
    var wanted = document.decision(name);
    if (wanted.isEmpty()
        || !collect(new Scoped(main(), wanted.get()), order, inputs, new HashSet<>())) {
      return Optional.empty();
    }
    var names = new HashSet<String>();
    boolean unambiguous =
        order.stream().allMatch(it -> names.add(it.scope().qualified(it.decision().name())))
            && inputs.stream().allMatch(it -> names.add(it.name()));
    var made = steps(order);
    boolean someOurs = made.stream().anyMatch(it -> !(it.step() instanceof OfReference));
    return unambiguous && someOurs
        ? Optional.of(new Plan(made, List.copyOf(inputs)))
        : Optional.empty();
  }

  private static List<PlanStep> steps(Set<Scoped> order) {
    var found = new ArrayList<PlanStep>();
    for (var reached : order) {
      var step = reached.scope().graph().steps.get(reached.decision().id());
      if (step != null) {
        found.add(new PlanStep(reached.scope(), step));
      }
    }
    return List.copyOf(found);
  }

  /** Collects what a decision requires before the decision itself; false where one is not ours. */
  private static boolean collect(
      Scoped wanted, Set<Scoped> order, Set<PlanInput> inputs, Set<Scoped> onTheWay) {
    if (order.contains(wanted)) {
      return true;
    }
    var graph = wanted.scope().graph();
    var step = graph.steps.get(wanted.decision().id());
    if (step == null || !onTheWay.add(wanted)) {
      return false;
    }
    // a scorecard needs what its tables need, and not the tables
    for (var id : step.decision().requiredInputs()) {
      var input = graph.input(wanted.scope(), id);
      if (input.isEmpty()) {
        return false;
      }
      inputs.add(input.get());
    }
    for (var id : step.decision().requiredDecisions()) {
      var required = graph.required(wanted.scope(), id);
      if (required.isEmpty() || !collect(required.get(), order, inputs, onTheWay)) {
        return false;
      }
    }
    order.add(wanted);
    return true;
  }

  private boolean isOurs(DmnDecision decision) {
    var element = document.contents().element(decision.id());
    return decision.requiredKnowledge().isEmpty()
        && element.isPresent()
        && isNamedAsItsVariable(element.get())
        && seesOnlyResults(decision, element.get())
        && DmnContents.logic(element.get())
            .filter(logic -> Languages.areAllFeel(logic, document.contents().root()))
            .isPresent()
        && switch (decision.kind()) {
          case DECISION_TABLE, DECISION_TREE, RULE_SET ->
              document
                  .contents()
                  .table(decision.id())
                  .filter(it -> !it.rules().isEmpty())
                  .isPresent();
          case LITERAL_EXPRESSION, SCORECARD ->
              document
                  .contents()
                  .literal(decision.id())
                  .filter(it -> !it.text().isEmpty())
                  .isPresent();
          default -> false;
        };
  }

  /**
   * Whether its texts take nothing from an imported model but the results they require: what else
   * the context of an import holds, and its types, are the reference engine's.
   */
  private boolean seesOnlyResults(DmnDecision decision, Element element) {
    if (document.imports().isEmpty()) {
      return true;
    }
    var uses = new QualifiedNames(names(decision).keySet(), imported.names());
    return Xml.descendants(element).stream()
        .noneMatch(it ->
            Xml.is(it, "text") && uses.sayMore(it.getTextContent())
                || document.contents().types().isImported(TypeNames.typeRef(it)));
  }

  private static boolean isNamedAsItsVariable(Element decision) {
    return Xml.child(decision, "variable")
        .filter(it -> !Xml.attribute(it, "name").equals(Xml.attribute(decision, "name")))
        .isEmpty();
  }

  /** A boxed expression, or an expression that calls business knowledge. */
  private Optional<Step> boxed(DmnDecision decision) {
    var logic = logic(decision).filter(it -> Languages.areAllFeel(it, document.root()));
    if (logic.isEmpty()
        || !document.imports().isEmpty()
        || decision.kind() != DecisionKind.OTHER
            && decision.kind() != DecisionKind.LITERAL_EXPRESSION) {
      return Optional.empty();
    }
    return forms
        .of(decision, logic.get(), names(decision))
        .map(it -> new OfBoxed(decision, it, delegated(decision).orElse(null)));
  }

  /** A decision the reference engine makes alone, where it can. */
  private Optional<OfReference> delegated(DmnDecision decision) {
    var engine = kie;
    return engine == null
        ? Optional.empty()
        : logic(decision).map(_ -> new OfReference(decision, size(decision), engine));
  }

  /** The logic of a decision that has the name of its variable. */
  private Optional<Element> logic(DmnDecision decision) {
    return document
        .contents()
        .element(decision.id())
        .filter(CompiledGraph::isNamedAsItsVariable)
        .flatMap(DmnContents::logic);
  }

  private Optional<Step> step(DmnDecision decision) {
    var names = names(decision);
    var reference = reference(names);
    if (decision.kind() == DecisionKind.SCORECARD) {
      var card = scorecard(decision);
      if (card.isPresent()) {
        return card;
      }
    } else if (decision.kind() != DecisionKind.LITERAL_EXPRESSION) {
      var table = document.contents().table(decision.id()).orElseThrow();
      var types = OutputTypes.of(table, names.keySet());
      if (types == OutputTypes.UNCERTAIN || isOfOwnType(decision)) {
        return Optional.empty();
      }
      // a tree has a step of its own, whose table is only its stand-in
      var kind =
          decision.kind() == DecisionKind.RULE_SET
              ? DecisionKind.RULE_SET
              : DecisionKind.DECISION_TABLE;
      var compiled = CompiledTable.compile(kind, table, names.keySet(), reference);
      var step = new Step.OfTable(decision, compiled, table.withoutRules(), types);
      return Optional.of(
          document
              .tree(decision.id())
              .<Step>map(tree -> OfTree.of(step, tree, names, reference))
              .orElse(step));
    }
    var literal = document.contents().literal(decision.id()).orElseThrow();
    return Optional.of(
        new Step.OfLiteral(decision, Formula.compile(literal.text(), names.keySet(), reference)));
  }

  /** The scorecard behind a decision, as one step where it can be one. */
  private Optional<Step> scorecard(DmnDecision decision) {
    var card = document.contents().drawn().scorecardOf(decision.id()).orElseThrow();
    var tables =
        card.characteristics().stream()
            .flatMap(it -> document.contents().decisionById(it.id()).stream())
            .toList();
    var names = new LinkedHashMap<String, Type>();
    tables.forEach(it -> names.putAll(names(it)));
    return OfScorecard.of(decision, card, names, tables, reference(names));
  }

  /** Whether a column of the table holds contexts or lists of the model's own types. */
  private boolean isOfOwnType(DmnDecision decision) {
    var types = document.contents().types();
    var columns =
        document.contents().element(decision.id()).flatMap(DmnContents::logic).stream()
            .flatMap(it -> Xml.children(it, "output").stream())
            .map(TypeNames::typeRef)
            .toList();
    boolean inferred = columns.size() == 1 && columns.getFirst().isEmpty();
    return (inferred ? List.of(decision.typeRef()) : columns)
        .stream()
            .filter(it -> types.isOwn(it) || inferred)
            .map(types::resolve)
            .anyMatch(it -> it == FactType.LIST || it == FactType.CONTEXT);
  }

  /** Everything a decision sees, with its type; what is imported under its qualified name. */
  private Map<String, Type> names(DmnDecision decision) {
    var names = new LinkedHashMap<String, Type>();
    for (var id : decision.requiredInputs()) {
      input(main(), id)
          .ifPresent(it -> names.put(it.name(), type(it.input().typeRef(), it.scope())));
    }
    for (var id : decision.requiredDecisions()) {
      required(main(), id)
          .ifPresent(it ->
              names.put(
                  it.scope().qualified(it.decision().name()),
                  type(it.decision().typeRef(), it.scope())));
    }
    return names;
  }

  private static Type type(String typeRef, Scope scope) {
    return KieTypes.of(typeRef, scope.document().contents().types());
  }
}
