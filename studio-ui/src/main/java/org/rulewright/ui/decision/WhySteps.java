package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontree.TreePath;
import org.rulewright.dmn.StepWhy;
import org.rulewright.expression.Conditions;
import org.rulewright.ruleflow.FlowStep;
import org.rulewright.ruleset.Rule;
import org.rulewright.ruleset.RuleSentence;
import org.rulewright.ui.bpmn.FlowWords;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/** The steps of a decision, each with what kept it from coming out otherwise. */
final class WhySteps {
  private final FactNames names;

  WhySteps(FactNames names) {
    this.names = names;
  }

  /** Where a flow begins and where it only goes on there is nothing to tell. */
  Stream<Component> of(List<StepWhy> steps) {
    return steps.stream().flatMap(step -> of(step).stream());
  }

  private Optional<Component> of(StepWhy why) {
    return switch (why) {
      case StepWhy.OfTable table ->
          Optional.of(panel(table.step(), new WhyTable(table.why(), names)));
      case StepWhy.OfRuleSet rules -> Optional.of(ruleSet(rules));
      case StepWhy.OfTree tree -> Optional.of(panel(tree.step(), path(tree.path())));
      case StepWhy.OfScorecard card ->
          Optional.of(panel(card.step(), new WhyScorecard(card.points(), names)));
      case StepWhy.OfGateway gateway ->
          Optional.of(
              panel(
                  title(gateway.step().decisionName(), tr("decision.why.gateway")),
                  new WhyGateway(gateway.ways(), names)));
      case StepWhy.OfTask task -> Optional.of(task(task));
      case StepWhy.OfEvent(var step, FlowStep.End end) ->
          Optional.of(panel(title(step.decisionName(), FlowWords.kind("endEvent")), end(end)));
      case StepWhy.OfEvent _ -> Optional.empty();
      case StepWhy.Plain plain -> Optional.of(panel(plain.step(), value(plain.step())));
    };
  }

  private static Component end(FlowStep.End end) {
    return new Span(
        end.referral() == null
            ? tr("decision.why.end")
            : tr("decision.why.referral", end.referral()));
  }

  private Component task(StepWhy.OfTask task) {
    var inside = new Div();
    inside.addClassName("rw-why-inside");
    of(task.inside()).forEach(inside::add);
    var about = new Div(new Span(tr("decision.why.calls", FlowWords.calls(task.called()))));
    if (!task.given().isEmpty()) {
      about.add(new Div(tr("decision.why.given", WhyWords.values(task.given(), names))));
    }
    task.problems()
        .forEach(problem ->
            about.add(
                new Paragraph(
                    new StatusBadge(tr("decision.why.failed"), Tone.BAD),
                    new Span(" " + problem.message(locale())))));
    return panel(title(task.step().decisionName(), tr("decision.why.task")), about, inside);
  }

  private Component ruleSet(StepWhy.OfRuleSet rules) {
    return panel(rules.step(), new WhyTable(rules.why(), names, id -> sentence(rules, id)));
  }

  private static String sentence(StepWhy.OfRuleSet rules, String id) {
    return rules
        .set()
        .rule(id)
        .map((Rule rule) -> RuleSentence.of(rules.set(), rule, locale()))
        .orElse("");
  }

  private Component path(TreePath path) {
    var splits = new OrderedList();
    for (var passed : path.passed()) {
      var name = passed.label().isBlank() ? names.called(passed.input()) : passed.label();
      var takes = passed.takes() == null ? "" : Conditions.write(passed.takes());
      splits.add(
          new ListItem(
              passed.to() == null
                  ? tr("decision.why.nowhere", name, WhyWords.value(passed.value()))
                  : tr("decision.why.split", name, WhyWords.value(passed.value()), takes)));
    }
    return splits;
  }

  private static Component value(TraceStep step) {
    var value = new Span(WhyWords.value(step.value()));
    value.addClassName("rw-path-value");
    return value;
  }

  private static Div panel(TraceStep step, Component... content) {
    return panel(title(step.decisionName(), kind(step.kind())), content);
  }

  private static Div panel(Component title, Component... content) {
    var panel = new Div(title);
    panel.add(content);
    panel.addClassNames("rw-panel", "rw-why-step");
    return panel;
  }

  private static Component title(String name, String kind) {
    var title = new Span(name);
    title.addClassName("rw-why-table");
    var line = new Div(title, new StatusBadge(kind, Tone.NEUTRAL));
    line.addClassName("rw-why-title");
    return line;
  }

  private static String kind(DecisionKind kind) {
    return trOf("decision.kind", kind);
  }
}
