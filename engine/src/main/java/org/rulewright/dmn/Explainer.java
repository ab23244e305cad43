package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableWhy;
import org.rulewright.decisiontree.TreePath;

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
    var tree = document.tree(step.decisionId());
    if (tree.isPresent()) {
      return new StepWhy.OfTree(step, TreePath.of(tree.get(), step, values));
    }
    return document
        .contents()
        .table(step.decisionId())
        .<StepWhy>map(table -> new StepWhy.OfTable(step, why(table, values, asOf)))
        .orElseGet(() -> new StepWhy.Plain(step));
  }

  private TableWhy why(
      TableDefinition table, Map<String, @Nullable Object> values, OffsetDateTime asOf) {
    var decision = document.contents().decisionById(table.id()).orElseThrow();
    return TableWhy.of(table, values, asOf, graph.reference(decision));
  }
}
