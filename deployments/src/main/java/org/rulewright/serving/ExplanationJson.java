package org.rulewright.serving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.Distance;
import org.rulewright.decisiontable.TableWhy;
import org.rulewright.decisiontree.TreePath;
import org.rulewright.dmn.Explanation;
import org.rulewright.dmn.StepWhy;

/** Writes an explanation as the API gives it. */
final class ExplanationJson {

  /** Of the rules that did not match, those nearest to it; a table may have thousands. */
  private static final int MOST_RULES = 100;

  private ExplanationJson() {}

  static Map<String, @Nullable Object> of(String id, Explanation explanation) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("id", id);
    members.put("steps", explanation.steps().stream().map(ExplanationJson::step).toList());
    return members;
  }

  private static Map<String, @Nullable Object> step(StepWhy why) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("decision", why.step().decisionName());
    members.put("kind", why.step().kind().name());
    members.put("hits", why.step().hits());
    members.put("value", PlainValue.of(why.step().value()));
    switch (why) {
      case StepWhy.OfTable table -> add(table.why(), members);
      case StepWhy.OfTree tree -> members.put("path", path(tree.path()));
      case StepWhy.Plain _ -> {}
    }
    return members;
  }

  private static void add(TableWhy why, Map<String, @Nullable Object> members) {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    why.inputs().forEach(input -> inputs.put(input.expression(), PlainValue.of(input.value())));
    members.put("inputs", inputs);
    members.put("rules", why.rules().size());
    members.put(
        "matched",
        why.rules().stream().filter(TableWhy.Rule::matched).map(TableWhy.Rule::number).toList());
    members.put(
        "nearest", why.nearest().stream().limit(MOST_RULES).map(rule -> rule(rule, why)).toList());
  }

  private static Map<String, @Nullable Object> rule(TableWhy.Rule rule, TableWhy why) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("rule", rule.number());
    members.put("id", rule.id());
    members.put("failed", rule.failed().stream().map(cell -> cell(cell, why)).toList());
    return members;
  }

  private static Map<String, @Nullable Object> cell(TableWhy.FailedCell cell, TableWhy why) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("input", why.inputs().get(cell.column()).expression());
    members.put("condition", cell.text());
    members.put("value", PlainValue.of(cell.value()));
    if (cell.undecided()) {
      members.put("error", true);
    }
    cell.distance().ifPresent(distance -> members.put("distance", distance(distance)));
    return members;
  }

  private static Map<String, @Nullable Object> distance(Distance distance) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    switch (distance) {
      case Distance.OfNumber(var bound, var included, var by) -> {
        members.put("bound", PlainValue.of(bound));
        members.put("included", included);
        members.put("by", PlainValue.of(by));
      }
      case Distance.OfDate(var bound, var included, var days) -> {
        members.put("bound", bound.toString());
        members.put("included", included);
        members.put("days", days);
      }
      case Distance.OfValues(var accepted) -> members.put("accepted", accepted);
    }
    return members;
  }

  private static List<Map<String, @Nullable Object>> path(TreePath path) {
    List<Map<String, @Nullable Object>> splits = new ArrayList<>();
    for (var passed : path.passed()) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      members.put("node", passed.node());
      members.put("input", passed.input());
      members.put("value", PlainValue.of(passed.value()));
      members.put("to", passed.to());
      splits.add(members);
    }
    return splits;
  }
}
