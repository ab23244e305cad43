package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.rulewright.decisionlog.DecisionPayload;
import org.rulewright.decisionlog.RecordedStep;
import org.rulewright.ui.dmn.DmnViewer;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/** The steps of a decision beside the model as it was released, with the matched rows lit. */
final class PathPart extends Div {
  private final DmnViewer viewer;
  private final transient ScoreWords scores;

  PathPart(DecisionPayload payload, byte[] dmn) {
    addClassName("rw-path");
    scores = new ScoreWords(payload.scores());
    viewer = new DmnViewer(dmn);
    viewer.addClassName("rw-path-drawing");
    viewer.setHits(
        payload.trace().stream().flatMap(step -> step.hits().stream()).toList(),
        payload.trace().stream().map(RecordedStep::decisionId).toList());
    add(steps(payload.trace()), viewer);
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
    var open = new Button(step.decisionName(), click -> viewer.openView(step.decisionId()));
    open.addThemeNames("tertiary");
    open.addClassName("decision-step");
    var value = new Span(scores.of(step).orElseGet(() -> FactsPart.value(step.value())));
    value.addClassName("rw-path-value");
    var line = new Div(open, value);
    line.addClassName("rw-path-step");
    if (!step.hits().isEmpty()) {
      line.add(new StatusBadge(tr("decision.hits", step.hits().size()), Tone.INFO));
    }
    return line;
  }
}
