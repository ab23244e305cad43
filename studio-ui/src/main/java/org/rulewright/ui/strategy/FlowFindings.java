package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.decision.Diagnostic;
import org.rulewright.ui.bpmn.FlowWords;
import org.rulewright.ui.shell.Messages;

/** What is wrong with a flow, element by element, and what to do; a click leads to the element. */
class FlowFindings extends Div {

  FlowFindings(BpmnDocument flow, List<Diagnostic> findings, Consumer<String> open) {
    addClassNames("rw-panel", "rw-flow-findings");
    add(new H3(tr("strategy.flow.findings")));
    if (findings.isEmpty()) {
      var nothing = new Paragraph(ProblemList.good(), new Span(tr("strategy.flow.findings.none")));
      nothing.addClassName("rw-flow-good");
      add(nothing);
    }
    var parts = parts(flow);
    findings.stream()
        .sorted(Comparator.comparing(Diagnostic::severity))
        .forEach(finding -> add(line(finding, parts, open)));
  }

  /** The diagnostics of a draft that are about its flow. */
  static List<Diagnostic> of(BpmnDocument flow, List<Diagnostic> diagnostics) {
    var parts = parts(flow);
    return diagnostics.stream()
        .filter(it ->
            it.code().startsWith("flow.")
                || it.code().startsWith("bpmn.")
                || it.place().element() != null && parts.containsKey(it.place().element()))
        .toList();
  }

  private static Map<String, BpmnDocument.Part> parts(BpmnDocument flow) {
    return flow.parts().stream()
        .collect(Collectors.toMap(BpmnDocument.Part::id, Function.identity(), (one, two) -> one));
  }

  private static NativeButton line(
      Diagnostic finding, Map<String, BpmnDocument.Part> parts, Consumer<String> open) {
    var element = finding.place().element();
    var text = new Div();
    if (element != null && parts.containsKey(element)) {
      var part = parts.get(element);
      var name = new Span(FlowWords.kind(part.kind()) + " " + part.name());
      name.addClassName("rw-flow-element");
      text.add(name);
    }
    text.add(new Div(finding.message(Messages.locale())));
    var line = new NativeButton("", click -> open(element, open));
    line.add(ProblemList.icon(finding.severity()), text);
    line.addClassName("rw-problem");
    return line;
  }

  private static void open(@org.jspecify.annotations.Nullable String id, Consumer<String> open) {
    if (id != null) {
      open.accept(id);
    }
  }
}
