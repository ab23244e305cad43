package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyContent;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decisionlog.DecisionPayload;
import org.rulewright.decisionlog.RecordedStep;
import org.rulewright.ui.bpmn.FlowViewer;
import org.rulewright.ui.dmn.DmnViewer;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/**
 * The steps of a decision beside what was released: the way through the flow and the matched rows
 * lit.
 */
final class PathPart extends Div {
  private final DmnViewer rules;
  private final transient ScoreWords scores;
  private final @Nullable FlowViewer flow;
  private final Tabs tabs = new Tabs();
  private final Tab flowTab = new Tab(tr("decision.path.flow"));
  private final Tab rulesTab = new Tab(tr("decision.path.rules"));

  PathPart(DecisionPayload payload, StrategyContent released) {
    addClassName("rw-path");
    scores = new ScoreWords(payload.scores());
    rules = new DmnViewer(released.dmn());
    rules.addClassName("rw-path-drawing");
    rules.setHits(
        payload.trace().stream().flatMap(step -> step.hits().stream()).toList(),
        payload.trace().stream().map(RecordedStep::decisionId).toList());
    flow = flow(payload.trace(), released);
    add(steps(payload.trace()), drawings());
  }

  private static @Nullable FlowViewer flow(List<RecordedStep> trace, StrategyContent released) {
    if (released.bpmn().isEmpty() || trace.stream().noneMatch(PathPart::isOfFlow)) {
      return null;
    }
    var viewer = new FlowViewer(released.bpmn().get());
    viewer.addClassName("rw-path-drawing");
    viewer.setPath(
        trace.stream()
            .filter(PathPart::isOfFlow)
            .flatMap(step -> Stream.concat(Stream.of(step.decisionId()), step.hits().stream()))
            .toList());
    return viewer;
  }

  private Component drawings() {
    if (flow == null) {
      return rules;
    }
    tabs.add(flowTab, rulesTab);
    tabs.addSelectedChangeListener(change -> lookAt(tabs.getSelectedTab()));
    lookAt(flowTab);
    var drawings = new Div(tabs, flow, rules);
    drawings.addClassName("rw-path-drawings");
    return drawings;
  }

  private void lookAt(Tab tab) {
    if (flow != null) {
      flow.getElement().getClassList().set("rw-off", tab != flowTab);
      rules.getElement().getClassList().set("rw-off", tab != rulesTab);
    }
  }

  private Div steps(List<RecordedStep> trace) {
    var steps = new Div();
    steps.addClassNames("rw-panel", "rw-path-steps");
    if (trace.isEmpty()) {
      steps.add(new Span(tr("decision.noPath")));
    }
    trace.forEach(step -> steps.add(step(step)));
    return steps;
  }

  private Div step(RecordedStep step) {
    var line = new Div(name(step));
    line.addClassName("rw-path-step");
    if (flow != null && !isOfFlow(step)) {
      line.addClassName("rw-path-inside");
    }
    // what a task came to is the value of what it called, which stands below it
    var text = scores.of(step).orElseGet(() -> FactsPart.value(step.value()));
    if (!text.isEmpty() && !isOfFlow(step)) {
      var value = new Span(text);
      value.addClassName("rw-path-value");
      line.add(value);
    }
    if (!step.hits().isEmpty() && !isOfFlow(step)) {
      line.add(new StatusBadge(tr("decision.hits", step.hits().size()), Tone.INFO));
    }
    return line;
  }

  private Component name(RecordedStep step) {
    if (step.kind().equals(DecisionKind.LOOKUP.name())
        || step.kind().equals(DecisionKind.MODEL.name())) {
      var name = new Span(step.decisionName()); // is in none of the drawings
      name.addClassName("rw-path-name");
      return name;
    }
    var open = new Button(step.decisionName(), click -> open(step));
    open.addThemeNames("tertiary");
    open.addClassName("decision-step");
    return open;
  }

  private void open(RecordedStep step) {
    if (flow != null && isOfFlow(step)) {
      tabs.setSelectedTab(flowTab);
      flow.show(step.decisionId());
    } else {
      if (flow != null) {
        tabs.setSelectedTab(rulesTab);
      }
      rules.openView(step.decisionId());
    }
  }

  private static boolean isOfFlow(RecordedStep step) {
    return step.kind().equals(DecisionKind.FLOW_STEP.name());
  }
}
