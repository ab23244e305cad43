package org.rulewright.ui.bpmn;

import static org.rulewright.ui.shell.Messages.tr;

import java.util.Set;
import org.rulewright.ruleflow.FlowReference;

/** What the elements of a flow are called. */
public final class FlowWords {

  private static final Set<String> KNOWN =
      Set.of(
          "startEvent",
          "endEvent",
          "boundaryEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "task",
          "businessRuleTask",
          "serviceTask",
          "scriptTask",
          "userTask",
          "manualTask",
          "sendTask",
          "receiveTask",
          "callActivity",
          "subProcess",
          "transaction",
          "adHocSubProcess",
          "exclusiveGateway",
          "inclusiveGateway",
          "parallelGateway",
          "eventBasedGateway",
          "complexGateway",
          "sequenceFlow",
          "process",
          "laneSet",
          "dataObject",
          "dataObjectReference",
          "dataStoreReference",
          "textAnnotation",
          "association");

  private FlowWords() {}

  /** The kind of an element by its name in BPMN; that name itself where we have no word for it. */
  public static String kind(String element) {
    return KNOWN.contains(element) ? tr("bpmn.element." + element) : element;
  }

  /** What a task calls, such as: look-up table industry-policy. */
  public static String calls(FlowReference called) {
    return switch (called.kind()) {
      case MODEL -> tr("bpmn.calls.MODEL", called.key());
      case LOOKUP -> tr("bpmn.calls.LOOKUP", called.key());
      case FLOW -> tr("bpmn.calls.FLOW", called.key());
      case OTHER,
          DECISION_TABLE,
          LITERAL_EXPRESSION,
          DECISION_TREE,
          SCORECARD,
          RULE_SET,
          FLOW_STEP ->
          tr("bpmn.calls.OTHER", called.key());
    };
  }
}
