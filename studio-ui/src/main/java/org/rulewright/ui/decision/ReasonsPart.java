package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.rulewright.decisionlog.DecisionPayload;
import org.rulewright.decisionlog.RecordedProblem;
import org.rulewright.decisionlog.SentReason;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/** The reasons exactly as they were sent, and what went wrong where something did. */
final class ReasonsPart extends Div {

  ReasonsPart(DecisionPayload payload) {
    addClassNames("rw-panel", "rw-reasons");
    if (payload.reasons().isEmpty()) {
      add(new Paragraph(tr("decision.noReasons")));
    } else {
      add(
          new UnorderedList(
              payload.reasons().stream().map(ReasonsPart::item).toArray(ListItem[]::new)));
    }
    for (RecordedProblem problem : payload.problems()) {
      add(
          new Paragraph(
              new StatusBadge(problem.code(), Tone.BAD), new Span(" " + problem.message())));
    }
  }

  private static ListItem item(SentReason reason) {
    return new ListItem(
        new Span(reason.text() + " "), new StatusBadge(reason.code(), Tone.NEUTRAL));
  }
}
