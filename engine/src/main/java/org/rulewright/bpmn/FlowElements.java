package org.rulewright.bpmn;

import java.util.Set;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** The elements of BPMN, sorted by what a rule flow makes of them. */
final class FlowElements {

  /** What runs. */
  static final Set<String> RUN =
      Set.of(
          "startEvent",
          "endEvent",
          "businessRuleTask",
          "serviceTask",
          "exclusiveGateway",
          "inclusiveGateway",
          "parallelGateway",
          "callActivity",
          "boundaryEvent");

  /** What waits for somebody or something: a rule flow answers at once. */
  static final Set<String> WAIT =
      Set.of(
          "userTask",
          "manualTask",
          "receiveTask",
          "sendTask",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "eventBasedGateway");

  /** What BPMN has besides. */
  private static final Set<String> REST =
      Set.of(
          "task",
          "scriptTask",
          "complexGateway",
          "subProcess",
          "transaction",
          "adHocSubProcess",
          "callChoreography",
          "choreographyTask",
          "subChoreography",
          "implicitThrowEvent",
          "event");

  /** What is kept and means nothing to the run. */
  static final Set<String> KEPT =
      Set.of(
          "documentation",
          "extensionElements",
          "incoming",
          "outgoing",
          "laneSet",
          "textAnnotation",
          "association",
          "group",
          "dataObject",
          "dataObjectReference",
          "dataStoreReference",
          "property",
          "auditing",
          "monitoring",
          "category",
          "supports",
          "correlationSubscription",
          "resourceRole",
          "performer",
          "ioSpecification",
          "dataInputAssociation",
          "dataOutputAssociation");

  private FlowElements() {}

  /** Whether the element is a step of a process, of whichever kind. */
  static boolean isNode(Element element) {
    var name = Xml.localName(element);
    return Xml.namespace(element).equals(BpmnDocument.MODEL)
        && (RUN.contains(name) || WAIT.contains(name) || REST.contains(name));
  }
}
