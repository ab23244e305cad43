package org.rulewright.serving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.Distance;
import org.rulewright.decisiontable.TableWhy;
import org.rulewright.decisiontree.TreePath;
import org.rulewright.dmn.Explanation;
import org.rulewright.dmn.StepWhy;
import org.rulewright.expression.Conditions;
import org.rulewright.ruleflow.Way;
import org.rulewright.ruleset.RuleSetHits;
import org.rulewright.scorecard.ScorecardPoints;

/** Writes an explanation as the API gives it. */
final class ExplanationJson {

  /** Of the rules that did not match, those nearest to it; a table may have thousands. */
  private static final int MOST_RULES = 100;

  private ExplanationJson() {}

  static Map<String, @Nullable Object> of(String id, Explanation explanation, Locale language) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("id", id);
    members.put("steps", steps(explanation.steps(), language));
    return members;
  }

  private static List<Map<String, @Nullable Object>> steps(List<StepWhy> steps, Locale language) {
    return steps.stream().map(step -> step(step, language)).toList();
  }

  private static Map<String, @Nullable Object> step(StepWhy why, Locale language) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("decision", why.step().decisionName());
    members.put("kind", why.step().kind().name());
    members.put("hits", why.step().hits());
    members.put("value", PlainValue.of(why.step().value()));
    switch (why) {
      case StepWhy.OfTable table -> add(table.why(), members);
      case StepWhy.OfRuleSet rules -> {
        add(rules.why(), members);
        members.put("reasons", reasons(RuleSetHits.of(rules.set(), rules.step())));
      }
      case StepWhy.OfTree tree -> {
        members.put("path", path(tree.path()));
        members.put("leaf", tree.path().leaf());
      }
      case StepWhy.OfScorecard card -> add(card.points(), members);
      case StepWhy.OfEvent event -> members.put("id", event.event().id());
      case StepWhy.OfGateway gateway -> {
        members.put("id", gateway.gateway().id());
        members.put("ways", gateway.ways().stream().map(ExplanationJson::way).toList());
      }
      case StepWhy.OfTask task -> add(task, members, language);
      case StepWhy.Plain _ -> {
        // its value says it all
      }
    }
    return members;
  }

  private static void add(
      StepWhy.OfTask task, Map<String, @Nullable Object> members, Locale language) {
    members.put("id", task.step().decisionId());
    members.put("calls", task.called().key());
    if (!task.given().isEmpty()) {
      members.put("given", PlainValue.of(task.given()));
    }
    if (!task.problems().isEmpty()) {
      members.put("problems", task.problems().stream().map(it -> it.message(language)).toList());
    }
    members.put("steps", steps(task.inside(), language));
  }

  private static Map<String, @Nullable Object> way(Way way) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("flow", way.flow().id());
    members.put("name", way.flow().name());
    members.put("to", way.target().label());
    members.put("taken", way.taken());
    members.put("default", way.otherwise());
    if (way.flow().condition() != null && !way.otherwise()) {
      members.put("condition", way.flow().condition());
      members.put("answer", way.answer().name());
      members.put("values", PlainValue.of(way.values()));
    }
    return members;
  }

  private static List<Map<String, @Nullable Object>> reasons(RuleSetHits hits) {
    return hits.hits().stream()
        .map(hit -> {
          Map<String, @Nullable Object> members = new LinkedHashMap<>();
          members.put("rule", hit.rule());
          members.put("severity", hit.severity());
          members.put("reasonCode", hit.reasonCode());
          members.put("message", hit.message());
          return members;
        })
        .toList();
  }

  private static void add(ScorecardPoints points, Map<String, @Nullable Object> members) {
    members.put("sum", PlainValue.of(points.sum()));
    members.put(
        "characteristics",
        points.lines().stream()
            .map(line -> {
              Map<String, @Nullable Object> one = new LinkedHashMap<>();
              one.put("name", line.characteristic().name());
              one.put("input", line.characteristic().input());
              one.put("value", PlainValue.of(line.value()));
              one.put("bin", line.bin() == null ? null : line.bin().id());
              one.put("points", PlainValue.of(line.points()));
              one.put("most", PlainValue.of(line.characteristic().mostPoints()));
              one.put("lost", PlainValue.of(line.lost()));
              one.put("reasonCode", line.reasonCode());
              return one;
            })
            .toList());
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
      members.put("takes", passed.takes() == null ? null : Conditions.write(passed.takes()));
      members.put("to", passed.to());
      splits.add(members);
    }
    return splits;
  }
}
