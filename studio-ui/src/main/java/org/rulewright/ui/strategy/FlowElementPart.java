package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.decision.Diagnostic;
import org.rulewright.ruleflow.FlowDefinition;
import org.rulewright.ruleflow.FlowStep;
import org.rulewright.ruleflow.Mapping;
import org.rulewright.ruleflow.SequenceFlow;
import org.rulewright.ui.bpmn.FlowWords;
import org.rulewright.ui.shell.Messages;

/** One element of a flow: what it calls, takes and gives, by which conditions it goes on. */
class FlowElementPart extends Div {
  private final transient BpmnDocument flow;
  private final transient FlowDefinition definition;
  private final transient List<Diagnostic> findings;

  FlowElementPart(BpmnDocument flow, List<Diagnostic> findings) {
    this.flow = flow;
    this.definition = BpmnFlow.definition(flow);
    this.findings = findings;
    addClassNames("rw-panel", "rw-flow-details");
    begin(tr("strategy.flow.element"));
    add(muted(tr("strategy.flow.element.choose")));
  }

  void show(String id) {
    flow.parts().stream().filter(part -> part.id().equals(id)).findFirst().ifPresent(this::show);
  }

  private void show(BpmnDocument.Part part) {
    begin(part.name().isBlank() ? FlowWords.kind(part.kind()) : part.name());
    add(muted(FlowWords.kind(part.kind())));
    findings.stream()
        .filter(it -> part.id().equals(it.place().element()))
        .forEach(it -> {
          var line = new Div(ProblemList.icon(it.severity()), new Span(text(it)));
          line.addClassName("rw-flow-finding");
          add(line);
        });
    definition.steps().stream()
        .filter(step -> step.id().equals(part.id()))
        .findFirst()
        .ifPresent(this::show);
    definition.flows().stream()
        .filter(arrow -> arrow.id().equals(part.id()))
        .findFirst()
        .ifPresent(arrow -> add(line(tr("strategy.flow.condition"), condition(arrow))));
  }

  private static String text(Diagnostic finding) {
    return finding.message(Messages.locale());
  }

  private void show(FlowStep step) {
    switch (step) {
      case FlowStep.Start _ -> {
        // where the flow begins, and no more
      }
      case FlowStep.End end -> {
        if (end.referral() != null) {
          add(line(tr("strategy.flow.refers"), new Code(end.referral())));
        }
        mappings(tr("strategy.flow.outputs"), end.outputs());
      }
      case FlowStep.Task task -> {
        if (task.call() != null) {
          add(
              line(tr("strategy.flow.calls"), new Span(FlowWords.calls(task.call().callee()))),
              line(tr("strategy.flow.result"), new Code(task.call().result())));
          mappings(tr("strategy.flow.inputs"), task.call().inputs());
          mappings(tr("strategy.flow.outputs"), task.call().outputs());
        }
      }
      case FlowStep.Gateway gateway ->
          definition.flows().stream()
              .filter(arrow -> arrow.source().equals(gateway.id()))
              .forEach(arrow -> add(way(arrow, gateway)));
      case FlowStep.ErrorBoundary error -> {
        if (error.errorCode() != null) {
          add(line(tr("strategy.flow.catches"), new Code(error.errorCode())));
        }
      }
    }
  }

  private Component way(SequenceFlow arrow, FlowStep.Gateway gateway) {
    var target =
        definition.steps().stream()
            .filter(step -> step.id().equals(arrow.target()))
            .map(FlowStep::label)
            .findFirst()
            .orElse("");
    var name =
        arrow.name().isBlank()
            ? tr("strategy.flow.to", target)
            : tr("strategy.flow.way", arrow.name(), target);
    return line(
        name,
        arrow.id().equals(gateway.defaultFlow())
            ? new Span(tr("strategy.flow.default"))
            : condition(arrow));
  }

  private static Component condition(SequenceFlow arrow) {
    return arrow.condition() == null
        ? new Span(tr("strategy.flow.always"))
        : new Code(arrow.condition());
  }

  private void mappings(String title, List<Mapping> mappings) {
    if (!mappings.isEmpty()) {
      var lines = new Div();
      lines.addClassName("rw-flow-mappings");
      Function<Mapping, Component> code =
          mapping -> new Code(mapping.target() + " = " + mapping.source());
      mappings.stream().map(code).forEach(lines::add);
      add(line(title, lines));
    }
  }

  private void begin(String title) {
    removeAll();
    add(new H3(title));
  }

  private static Paragraph muted(String text) {
    var paragraph = new Paragraph(text);
    paragraph.addClassNames("rw-muted", "rw-small");
    return paragraph;
  }

  private static Div line(String label, Component value) {
    var name = new Span(label);
    name.addClassNames("rw-muted", "rw-small");
    var line = new Div(name, value);
    line.addClassName("rw-flow-line");
    return line;
  }
}
