package org.rulewright.ruleflow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.ruleflow.FlowStep.End;
import org.rulewright.ruleflow.FlowStep.ErrorBoundary;
import org.rulewright.ruleflow.FlowStep.Gateway;
import org.rulewright.ruleflow.FlowStep.GatewayKind;
import org.rulewright.ruleflow.FlowStep.Start;
import org.rulewright.ruleflow.FlowStep.Task;

/** Checks the drawing of a flow: what leads where, and what is missing. */
public final class FlowCheck {

  private final FlowDefinition definition;
  private final FlowGraph graph;
  private final List<Diagnostic> found = new ArrayList<>();

  private FlowCheck(FlowDefinition definition) {
    this.definition = definition;
    this.graph = new FlowGraph(definition);
  }

  /** Returns everything wrong with a drawing; with an error among it the flow cannot run. */
  public static List<Diagnostic> check(FlowDefinition definition) {
    var check = new FlowCheck(definition);
    check.ids();
    check.starts();
    check.arrows();
    for (int number = 0; number < check.graph.size(); number++) {
      check.step(number);
    }
    check.circles();
    if (check.found.stream()
        .noneMatch(it -> it.severity() == org.rulewright.decision.Severity.ERROR)) {
      check.unreachable();
      check.found.addAll(TokenAnalysis.of(definition, check.graph));
    }
    return List.copyOf(check.found);
  }

  /** Returns a problem for everything a flow calls that is not there. */
  public static List<Diagnostic> missing(FlowDefinition definition, Callees callees) {
    List<Diagnostic> found = new ArrayList<>();
    for (FlowStep step : definition.steps()) {
      if (step instanceof Task task
          && task.call() != null
          && callees.find(task.call().callee()).isEmpty()) {
        FlowReference callee = task.call().callee();
        found.add(
            Diagnostic.error(
                "flow.unknown-callee",
                Place.of(task.id()),
                task.label(),
                callee.key(),
                Diagnostic.term("flow.kind." + callee.kind())));
      }
    }
    return found;
  }

  private void ids() {
    Set<String> seen = new HashSet<>();
    for (FlowStep step : definition.steps()) {
      if (step.id().isBlank() || !seen.add(step.id())) {
        error("flow.id", step.id(), step.label());
      }
    }
    for (SequenceFlow flow : definition.flows()) {
      if (flow.id().isBlank() || !seen.add(flow.id())) {
        error("flow.id", flow.id(), flow.id());
      }
    }
  }

  private void starts() {
    List<FlowStep> starts = definition.steps().stream().filter(Start.class::isInstance).toList();
    if (starts.isEmpty()) {
      error("flow.no-start", definition.id());
    }
    starts.stream().skip(1).forEach(it -> error("flow.several-starts", it.id(), it.label()));
    if (definition.steps().stream().noneMatch(End.class::isInstance)) {
      error("flow.no-end", definition.id());
    }
  }

  private void arrows() {
    for (SequenceFlow flow : definition.flows()) {
      if (!graph.has(flow.source()) || !graph.has(flow.target())) {
        error("flow.dangling", flow.id(), flow.id());
      }
    }
  }

  private void step(int number) {
    int in = graph.incoming(number).size();
    int out = graph.outgoing(number).size();
    FlowStep step = graph.step(number);
    switch (step) {
      case Start it -> {
        refuseIncoming(in, it);
        onlyOneOut(number);
      }
      case End it -> {
        if (out > 0) {
          error("flow.outgoing-end", it.id(), it.label());
        }
        targets(it.outputs(), it);
      }
      case Task it -> {
        onlyOneOut(number);
        task(it);
        boundaries(number);
      }
      case Gateway it -> gateway(number, it);
      case ErrorBoundary it -> {
        refuseIncoming(in, it);
        onlyOneOut(number);
        if (!graph.has(it.attachedTo())
            || !(graph.step(graph.number(it.attachedTo())) instanceof Task)) {
          error("flow.boundary-no-task", it.id(), it.label());
        }
      }
    }
  }

  private void refuseIncoming(int in, FlowStep step) {
    if (in > 0) {
      error("flow.incoming-start", step.id(), step.label());
    }
  }

  /** Only gateways split: an arrow too many, or a condition, at any other step is an error. */
  private void onlyOneOut(int number) {
    FlowStep step = graph.step(number);
    List<SequenceFlow> out = graph.outgoing(number);
    if (out.isEmpty()) {
      error("flow.dead-end", step.id(), step.label());
    }
    if (out.size() > 1) {
      error("flow.several-outgoing", step.id(), step.label());
    }
    conditions(out, step);
  }

  private void conditions(List<SequenceFlow> out, FlowStep step) {
    for (SequenceFlow flow : out) {
      if (flow.condition() != null) {
        found.add(
            Diagnostic.error(
                "flow.condition-not-at-split", Place.of(flow.id()), flow.id(), step.label()));
      }
    }
  }

  private void task(Task task) {
    FlowCall call = task.call();
    if (call == null || call.callee().key().isBlank()) {
      error("flow.unbound", task.id(), task.label());
      return;
    }
    if (call.inputs().stream().anyMatch(it -> it.target().equals(call.result()))) {
      error("flow.input-as-result", task.id(), task.label(), call.result());
    }
    targets(call.inputs(), task);
    targets(call.outputs(), task);
  }

  private void targets(List<Mapping> mappings, FlowStep step) {
    Set<String> seen = new HashSet<>();
    for (Mapping mapping : mappings) {
      if (mapping.target().isBlank()) {
        found.add(
            Diagnostic.error(
                "flow.mapping-no-target", Place.of(step.id(), mapping.id()), step.label()));
      } else if (!seen.add(mapping.target())) {
        found.add(
            Diagnostic.error(
                "flow.mapping-twice",
                Place.of(step.id(), mapping.id()),
                step.label(),
                mapping.target()));
      }
    }
  }

  private void boundaries(int number) {
    Set<String> codes = new HashSet<>();
    for (int boundary : graph.boundaries(number)) {
      var event = (ErrorBoundary) graph.step(boundary);
      if (!codes.add(event.errorCode() == null ? "" : event.errorCode())) {
        error("flow.boundary-twice", event.id(), graph.step(number).label());
      }
    }
  }

  private void gateway(int number, Gateway gateway) {
    List<SequenceFlow> out = graph.outgoing(number);
    if (out.isEmpty()) {
      error("flow.dead-end", gateway.id(), gateway.label());
    }
    if (gateway.kind() == GatewayKind.PARALLEL || out.size() == 1) {
      conditions(out, gateway);
    }
    if (gateway.kind() != GatewayKind.PARALLEL && out.size() > 1) {
      split(out, gateway);
    } else if (gateway.defaultFlow() != null) {
      found.add(Diagnostic.warning("flow.default-unused", Place.of(gateway.id()), gateway.label()));
    }
  }

  private void split(List<SequenceFlow> out, Gateway gateway) {
    String otherwise = gateway.defaultFlow();
    if (otherwise == null) {
      found.add(Diagnostic.warning("flow.no-default", Place.of(gateway.id()), gateway.label()));
    } else if (out.stream().noneMatch(it -> it.id().equals(otherwise))) {
      error("flow.default-elsewhere", gateway.id(), gateway.label(), otherwise);
    }
    for (SequenceFlow flow : out) {
      boolean isDefault = flow.id().equals(otherwise);
      if (isDefault && flow.condition() != null) {
        error("flow.default-with-condition", flow.id(), flow.id(), gateway.label());
      }
      if (!isDefault && flow.condition() == null) {
        error("flow.no-condition", flow.id(), flow.id(), gateway.label());
      }
    }
  }

  private void circles() {
    if (graph.order().isEmpty()) {
      graph.onCircles().forEach(it -> error("flow.cycle", it.id(), it.label()));
    }
  }

  private void unreachable() {
    BitSet reached = new BitSet();
    for (int number = 0; number < graph.size(); number++) {
      if (graph.step(number) instanceof Start) {
        reached.or(graph.reachable(number));
      }
    }
    for (int number = 0; number < graph.size(); number++) {
      if (!reached.get(number)) {
        FlowStep step = graph.step(number);
        found.add(Diagnostic.warning("flow.unreachable", Place.of(step.id()), step.label()));
      }
    }
  }

  private void error(String code, String element, String... arguments) {
    found.add(Diagnostic.error(code, Place.of(element), arguments));
  }
}
