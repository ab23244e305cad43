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

  private final DmnDocument document;
  private final CompiledGraph graph;

  Explainer(DmnDocument document, CompiledGraph graph) {
    this.document = document;
    this.graph = graph;
  }

  List<StepWhy> explain(Trace trace, Facts facts, OffsetDateTime asOf) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(facts.asMap());
    document.inputs().forEach(input -> values.putIfAbsent(input.name(), null));
    List<StepWhy> steps = new ArrayList<>();
    for (TraceStep step : trace.steps()) {
      steps.add(why(step, values, asOf));
      values.put(step.decisionName(), step.value());
    }
    return steps;
  }

  private StepWhy why(TraceStep step, Map<String, @Nullable Object> values, OffsetDateTime asOf) {
    var id = step.decisionId();
    var tree = document.tree(id);
    if (tree.isPresent()) {
      return new StepWhy.OfTree(step, TreePath.of(tree.get(), step, values));
    }
    var card = document.contents().drawn().scorecardOf(id);
    if (card.isPresent()) {
      var read = read(card.get(), values, asOf);
      return new StepWhy.OfScorecard(
          step, card.get(), ScorecardPoints.of(card.get(), step, read::get));
    }
    var table = document.contents().table(id).map(it -> why(it, values, asOf));
    if (table.isEmpty()) {
      return new StepWhy.Plain(step);
    }
    return document
        .ruleSet(id)
        .<StepWhy>map(set -> new StepWhy.OfRuleSet(step, set, table.get()))
        .orElseGet(() -> new StepWhy.OfTable(step, table.get()));
  }

  /** What each characteristic of a card looked at, by its id. */
  private Map<String, @Nullable Object> read(
      Scorecard card, Map<String, @Nullable Object> values, OffsetDateTime asOf) {
    Map<String, @Nullable Object> read = new HashMap<>();
    for (var characteristic : card.characteristics()) {
      document
          .contents()
          .decisionById(characteristic.id())
          .map(decision ->
              Formula.compile(characteristic.input(), values.keySet(), graph.reference(decision)))
          .ifPresent(input -> read.put(characteristic.id(), input.evaluate(values, asOf).value()));
    }
    return read;
  }

  private TableWhy why(
      TableDefinition table, Map<String, @Nullable Object> values, OffsetDateTime asOf) {
    var decision = document.contents().decisionById(table.id()).orElseThrow();
    return TableWhy.of(table, values, asOf, graph.reference(decision));
  }
}
