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
import org.kie.dmn.feel.lang.Type;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.FactType;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decisiontable.CellCount;
import org.rulewright.decisiontable.CompiledTable;
import org.rulewright.expression.Expression;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** The decisions of a model that our own engine takes: tables and literal expressions in FEEL. */
final class CompiledGraph {

  private final DmnDocument document;
  private final Map<String, Step> steps = new HashMap<>();
  private final Map<String, Optional<Plan>> plans = new ConcurrentHashMap<>();

  CompiledGraph(DmnDocument document) {
    this.document = document;
    for (var decision : document.decisions()) {
      if (isOurs(decision)) {
        step(decision).ifPresent(step -> steps.put(decision.id(), step));
      }
    }
  }

  /** Returns how a decision is reached, or nothing where something on the way is not ours. */
  Optional<Plan> plan(String name) {
    return plans.computeIfAbsent(name, this::makePlan);
  }

  /** The reference engine as the texts of a decision see it. */
  ReferenceEvaluator reference(DmnDecision decision) {
    return new KieReference(names(decision));
  }

  /** The mean over all decisions of the share of cells and expressions that are compiled. */
  double compiledShare() {
    return document.decisions().isEmpty()
        ? 0
        : document.decisions().stream()
            .mapToDouble(it -> steps.containsKey(it.id()) ? steps.get(it.id()).compiledShare() : 0)
            .average()
            .orElse(0);
  }

  /** The cells of decisions; those of a decision that is not ours count as not compiled. */
  CellCount cells(List<DmnDecision> decisions) {
    var count = CellCount.NONE;
    for (var decision : decisions) {
      var step = steps.get(decision.id());
      count = count.plus(step == null ? new CellCount(size(decision), 0) : step.cells());
    }
    return count;
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
    var order = new LinkedHashSet<DmnDecision>();
    var inputs = new LinkedHashSet<DmnInput>();
    var wanted = document.decision(name);
    if (wanted.isEmpty() || !collect(wanted.get(), order, inputs, new HashSet<>())) {
      return Optional.empty();
    }
    var names = new HashSet<String>();
    boolean unambiguous =
        order.stream().allMatch(it -> names.add(it.name()))
            && inputs.stream().allMatch(it -> names.add(it.name()));
    return unambiguous
        ? Optional.of(new Plan(steps(order), List.copyOf(inputs), document.contents().types()))
        : Optional.empty();
  }

  private List<Step> steps(Set<DmnDecision> order) {
    var found = new ArrayList<Step>();
    for (var decision : order) {
      var step = steps.get(decision.id());
      if (step != null) {
        found.add(step);
      }
    }
    return List.copyOf(found);
  }

  /** Collects what a decision requires before the decision itself; false where one is not ours. */
  private boolean collect(
      DmnDecision decision, Set<DmnDecision> order, Set<DmnInput> inputs, Set<String> onTheWay) {
    if (order.contains(decision)) {
      return true;
    }
    var step = steps.get(decision.id());
    if (step == null || !onTheWay.add(decision.id())) {
      return false;
    }
    // a scorecard needs what its tables need, and not the tables
    for (var id : step.decision().requiredInputs()) {
      var input = document.contents().inputById(id);
      if (input.isEmpty()) {
        return false;
      }
      inputs.add(input.get());
    }
    for (var id : step.decision().requiredDecisions()) {
      var required = document.contents().decisionById(id);
      if (required.isEmpty() || !collect(required.get(), order, inputs, onTheWay)) {
        return false;
      }
    }
    order.add(decision);
    return true;
  }

  private boolean isOurs(DmnDecision decision) {
    var element = document.contents().element(decision.id());
    return decision.requiredKnowledge().isEmpty()
        && element.isPresent()
        && isNamedAsItsVariable(element.get())
        && DmnContents.logic(element.get())
            .filter(logic -> Languages.areAllFeel(logic, document.root()))
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

  private static boolean isNamedAsItsVariable(Element decision) {
    return Xml.child(decision, "variable")
        .filter(it -> !Xml.attribute(it, "name").equals(Xml.attribute(decision, "name")))
        .isEmpty();
  }

  private Optional<Step> step(DmnDecision decision) {
    var names = names(decision);
    var reference = new KieReference(names);
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
      var step = new Step.OfTable(decision, compiled, table, types);
      return Optional.of(
          document
              .tree(decision.id())
              .<Step>map(tree -> OfTree.of(step, tree, names, reference))
              .orElse(step));
    }
    var literal = document.contents().literal(decision.id()).orElseThrow();
    return Optional.of(
        new Step.OfLiteral(
            decision,
            Expression.compile(literal.text(), names.keySet()).orElse(null),
            reference.expression(literal.text())));
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
    return OfScorecard.of(decision, card, names, tables, new KieReference(names));
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

  private Map<String, Type> names(DmnDecision decision) {
    var types = document.contents().types();
    var names = new LinkedHashMap<String, Type>();
    for (var id : decision.requiredInputs()) {
      document
          .contents()
          .inputById(id)
          .ifPresent(it -> names.put(it.name(), KieTypes.of(it.typeRef(), types)));
    }
    for (var id : decision.requiredDecisions()) {
      document
          .contents()
          .decisionById(id)
          .ifPresent(it -> names.put(it.name(), KieTypes.of(it.typeRef(), types)));
    }
    return names;
  }
}
