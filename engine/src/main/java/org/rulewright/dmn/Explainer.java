package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Formula;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableWhy;
import org.rulewright.decisiontree.TreePath;
import org.rulewright.scorecard.Scorecard;
import org.rulewright.scorecard.ScorecardPoints;

/** Goes through the steps of a trace again, with what each of them could see. */
final class Explainer {

  private final CompiledGraph graph;

  Explainer(CompiledGraph graph) {
    this.graph = graph;
  }

  List<StepWhy> explain(Trace trace, Facts facts, OffsetDateTime asOf) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(facts.asMap());
    graph.document().inputs().forEach(input -> values.putIfAbsent(input.name(), null));
    List<StepWhy> steps = new ArrayList<>();
    for (TraceStep step : trace.steps()) {
      var scope = graph.scopeOf(step);
      steps.add(
          scope
              .filter(it -> !it.isMain())
              .map(it -> why(step, it, seen(it, values, facts), asOf))
              .orElseGet(() -> why(step, new Scope("", graph), values, asOf)));
      values.put(step.decisionName(), step.value());
    }
    return steps;
  }

  /** What a model that is imported sees: the results of its own, and the facts it takes. */
  private static Map<String, @Nullable Object> seen(
      Scope scope, Map<String, @Nullable Object> values, Facts facts) {
    Map<String, @Nullable Object> seen = new LinkedHashMap<>();
    scope.document().inputs().forEach(it -> seen.put(it.name(), facts.get(it.name())));
    values.forEach((name, value) -> {
      if (name.startsWith(scope.prefix())) {
        seen.put(name.substring(scope.prefix().length()), value);
      }
    });
    return seen;
  }

  private static StepWhy why(
      TraceStep step, Scope scope, Map<String, @Nullable Object> values, OffsetDateTime asOf) {
    var document = scope.document();
    var id = Imported.Reference.of(step.decisionId()).map(it -> it.id()).orElse(step.decisionId());
    var tree = document.tree(id);
    if (tree.isPresent()) {
      return new StepWhy.OfTree(step, TreePath.of(tree.get(), step, values));
    }
    var card = document.contents().drawn().scorecardOf(id);
    if (card.isPresent()) {
      var read = read(card.get(), scope, values, asOf);
      return new StepWhy.OfScorecard(
          step, card.get(), ScorecardPoints.of(card.get(), step, read::get));
    }
    var table = document.contents().table(id).map(it -> why(it, scope, values, asOf));
    if (table.isEmpty()) {
      return new StepWhy.Plain(step);
    }
    return document
        .ruleSet(id)
        .<StepWhy>map(set -> new StepWhy.OfRuleSet(step, set, table.get()))
        .orElseGet(() -> new StepWhy.OfTable(step, table.get()));
  }

  /** What each characteristic of a card looked at, by its id. */
  private static Map<String, @Nullable Object> read(
      Scorecard card, Scope scope, Map<String, @Nullable Object> values, OffsetDateTime asOf) {
    Map<String, @Nullable Object> read = new HashMap<>();
    for (var characteristic : card.characteristics()) {
      scope
          .document()
          .contents()
          .decisionById(characteristic.id())
          .map(decision ->
              Formula.compile(
                  characteristic.input(), values.keySet(), scope.graph().reference(decision)))
          .ifPresent(input -> read.put(characteristic.id(), input.evaluate(values, asOf).value()));
    }
    return read;
  }

  private static TableWhy why(
      TableDefinition table,
      Scope scope,
      Map<String, @Nullable Object> values,
      OffsetDateTime asOf) {
    var decision = scope.document().contents().decisionById(table.id()).orElseThrow();
    return TableWhy.of(table, values, asOf, scope.graph().reference(decision));
  }
}
