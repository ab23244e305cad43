package org.rulewright.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.ruleflow.FlowCall;
import org.rulewright.ruleflow.FlowDefinition;
import org.rulewright.ruleflow.FlowReference;
import org.rulewright.ruleflow.FlowStep;
import org.rulewright.ruleflow.FlowStep.GatewayKind;
import org.rulewright.ruleflow.Mapping;
import org.rulewright.ruleflow.ResultShape;
import org.rulewright.ruleflow.SequenceFlow;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Reads a process as a flow; what a flow has no meaning for is left out, and refused elsewhere. */
final class FlowReader {

  private FlowReader() {}

  static FlowDefinition read(BpmnDocument document) {
    List<FlowStep> steps = new ArrayList<>();
    List<SequenceFlow> flows = new ArrayList<>();
    document
        .process()
        .ifPresent(process -> {
          for (var element : Xml.children(process)) {
            step(element, document).ifPresent(steps::add);
            if (Xml.is(element, "sequenceFlow")) {
              flows.add(sequenceFlow(element));
            }
          }
        });
    return new FlowDefinition(document.key().orElse(""), document.name(), steps, flows);
  }

  private static Optional<FlowStep> step(Element element, BpmnDocument document) {
    var id = element.getAttribute("id");
    var name = element.getAttribute("name").strip();
    return Optional.ofNullable(
        switch (Xml.localName(element)) {
          case "startEvent" -> new FlowStep.Start(id, name);
          case "endEvent" ->
              new FlowStep.End(id, name, mappings(element, "output"), referral(element));
          case "businessRuleTask", "serviceTask", "callActivity" ->
              new FlowStep.Task(id, name, call(element).orElse(null));
          case "exclusiveGateway" -> gateway(element, GatewayKind.EXCLUSIVE);
          case "inclusiveGateway" -> gateway(element, GatewayKind.INCLUSIVE);
          case "parallelGateway" -> gateway(element, GatewayKind.PARALLEL);
          case "boundaryEvent" -> boundary(element, document);
          default -> null;
        });
  }

  private static FlowStep gateway(Element element, GatewayKind kind) {
    return new FlowStep.Gateway(
        element.getAttribute("id"),
        element.getAttribute("name").strip(),
        kind,
        Xml.optional(element, "default"));
  }

  private static FlowStep boundary(Element element, BpmnDocument document) {
    var definition = Xml.child(element, "errorEventDefinition");
    return new FlowStep.ErrorBoundary(
        element.getAttribute("id"),
        element.getAttribute("name").strip(),
        element.getAttribute("attachedToRef"),
        definition
            .map(it -> it.getAttribute("errorRef"))
            .filter(it -> !it.isEmpty())
            .map(ref -> errorCode(document, ref))
            .orElse(null),
        definition
            .map(it -> Namespaces.camunda(it, "errorCodeVariable"))
            .filter(it -> !it.isEmpty())
            .orElse(null));
  }

  /** The code of an error; of one without a code, or that is not there, its reference. */
  private static String errorCode(BpmnDocument document, String reference) {
    return Xml.children(document.root(), "error").stream()
        .filter(it -> it.getAttribute("id").equals(reference))
        .map(it -> it.getAttribute("errorCode"))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse(reference);
  }

  private static SequenceFlow sequenceFlow(Element element) {
    return new SequenceFlow(
        element.getAttribute("id"),
        element.getAttribute("name").strip(),
        element.getAttribute("sourceRef"),
        element.getAttribute("targetRef"),
        Xml.child(element, "conditionExpression")
            .map(it -> it.getTextContent().strip())
            .orElse(null));
  }

  private static @Nullable String referral(Element element) {
    return extensions(element).stream()
        .filter(it -> Namespaces.isOurs(it, "refer"))
        .map(it -> it.getAttribute("reason").strip())
        .findFirst()
        .orElse(null);
  }

  // --- what a task calls ----------------------------------------------------------------------

  private static Optional<FlowCall> call(Element task) {
    return Xml.is(task, "callActivity") ? calledFlow(task) : calledByTask(task);
  }

  private static Optional<FlowCall> calledByTask(Element task) {
    for (var extension : extensions(task)) {
      if (Xml.namespace(extension).equals(Namespaces.OURS)) {
        var reference =
            switch (Xml.localName(extension)) {
              case "decision" -> FlowReference.decision(extension.getAttribute("name").strip());
              case "model" -> FlowReference.model(extension.getAttribute("key").strip());
              case "lookup" -> FlowReference.lookup(extension.getAttribute("key").strip());
              default -> null;
            };
        if (reference != null) {
          return Optional.of(bound(task, reference, extension));
        }
      }
    }
    var decision = Namespaces.camunda(task, "decisionRef");
    return decision.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FlowCall(
                FlowReference.decision(decision),
                orElse(Namespaces.camunda(task, "resultVariable"), decision),
                shape(Namespaces.camunda(task, "mapDecisionResult")),
                false,
                mappings(task, "input"),
                mappings(task, "output")));
  }

  private static FlowCall bound(Element task, FlowReference reference, Element binding) {
    return new FlowCall(
        reference,
        orElse(binding.getAttribute("result").strip(), reference.key()),
        ResultShape.AS_IS,
        reference.kind() == org.rulewright.decision.DecisionKind.FLOW && has(task, "input"),
        mappings(task, "input"),
        mappings(task, "output"));
  }

  private static Optional<FlowCall> calledFlow(Element task) {
    for (var extension : extensions(task)) {
      if (Namespaces.isOurs(extension, "flow")) {
        var key = orElse(extension.getAttribute("key").strip(), task.getAttribute("calledElement"));
        return Optional.of(bound(task, FlowReference.flow(key), extension));
      }
    }
    var called = task.getAttribute("calledElement").strip();
    return called.isEmpty()
        ? Optional.empty()
        : Optional.of(bound(task, FlowReference.flow(called), task));
  }

  private static boolean has(Element task, String mapping) {
    return !mappings(task, mapping).isEmpty();
  }

  private static ResultShape shape(String name) {
    return switch (name) {
      case "singleEntry" -> ResultShape.SINGLE_ENTRY;
      case "singleResult" -> ResultShape.SINGLE_RESULT;
      case "collectEntries" -> ResultShape.COLLECT_ENTRIES;
      default -> ResultShape.RESULT_LIST;
    };
  }

  // --- mappings -------------------------------------------------------------------------------

  /** The mappings of a step in one direction, ours and Camunda's, in their order. */
  private static List<Mapping> mappings(Element step, String direction) {
    List<Mapping> found = new ArrayList<>();
    for (var extension : extensions(step)) {
      if (Namespaces.isOurs(extension, direction)) {
        var target = extension.getAttribute("target").strip();
        found.add(
            new Mapping(
                orElse(extension.getAttribute("id"), target),
                target,
                extension.getAttribute("source").strip()));
      } else if (Namespaces.isCamunda(extension) && Xml.is(extension, "inputOutput")) {
        Xml.children(extension, direction + "Parameter").forEach(it -> found.add(parameter(it)));
      }
    }
    return found;
  }

  private static Mapping parameter(Element parameter) {
    var name = parameter.getAttribute("name").strip();
    var source =
        Xml.child(parameter, "script")
            .map(it -> it.getTextContent().strip())
            .orElseGet(() -> quoted(parameter.getTextContent().strip()));
    return new Mapping(name, name, source);
  }

  /** A constant of Camunda's, which is a text, as FEEL. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static List<Element> extensions(Element element) {
    return Xml.child(element, "extensionElements").map(Xml::children).orElse(List.of());
  }

  private static String orElse(String text, String other) {
    return text.isEmpty() ? other : text;
  }
}
