package org.rulewright.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.LookupSource;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Trace;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnModel;
import org.rulewright.xml.UnreadableModelException;

/** A version that answers by a flow is examined as a flow. */
class FlowExaminationTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  private static final Limits SHORT =
      new Limits(7, Duration.ofSeconds(60), 2_000, 300, 200, 400, BigDecimal.ZERO);

  /** The age is named by the gateway alone, the income by a mapping alone. */
  private static final String FLOW =
      """
      <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="old"/>
      <exclusiveGateway id="old" default="f3"/>
      <sequenceFlow id="f2" sourceRef="old" targetRef="young"><conditionExpression
        xsi:type="tFormalExpression" language="feel">age != null and age &lt; 21</conditionExpression></sequenceFlow>
      <sequenceFlow id="f3" sourceRef="old" targetRef="grade"/>
      <endEvent id="young"><extensionElements><rw:output target="verdict" source="&quot;REJECT&quot;"/></extensionElements></endEvent>
      <businessRuleTask id="grade"><extensionElements><rw:decision name="grade" result="grade"/>
        <rw:input target="score" source="%s"/></extensionElements></businessRuleTask>
      <sequenceFlow id="f4" sourceRef="grade" targetRef="end"/>
      <endEvent id="end"><extensionElements><rw:output target="verdict" source="grade"/></extensionElements></endEvent>
      """;

  @Test
  void whatOnlyGatewaysAndMappingsNameIsVariedAroundTheirThresholds() {
    var subject = subject(FLOW.formatted("income"));
    try (var engines = new FlowEngines(subject)) {
      var axes = Axes.of(subject, engines);

      assertThat(axes.list()).extracting(Axis::name).containsExactlyInAnyOrder("age", "income");
      assertThat(axis(axes, "age").regions()).contains(new BigDecimal("21"));
      // 600 stands in the decision and tests the input that the income is mapped to
      assertThat(axis(axes, "income").regions()).contains(new BigDecimal("600"));
    }
  }

  @Test
  void aFlowIsComparedWithKieAndWithCamundaAndSaysSo() {
    var report = Parity.examine(subject(FLOW.formatted("income")), SHORT, Progress.NONE);

    assertThat(report.entry()).isEqualTo("p");
    assertThat(report.different()).as("%s", report.differences()).isZero();
    assertThat(report.complete()).isTrue();
    assertThat(report.delegated()).isLessThan(report.examined() / 2);
    assertThat(report.flow()).isEqualTo(new FlowCount("p", 4, 4, List.of("grade"), List.of()));
    assertThat(report.cells()).isEqualTo(4 + 1 + 4);
    var camunda = report.camunda();
    assertThat(camunda.obstacles()).isEmpty();
    assertThat(camunda.examined()).isGreaterThan(300);
    assertThat(camunda.unexplained()).as("%s", camunda.differences()).isZero();
    assertThat(camunda.equal()).isGreaterThan(camunda.examined() / 2);
    assertThat(report.agrees()).isTrue();
  }

  @Test
  void aWrongWayIsFoundThoughKieWouldHaveGoneItToo() {
    var subject = subject(FLOW.formatted("income"));
    var wrong = subject(FLOW.formatted("income").replace("&lt; 21", "&lt;= 21"));
    try (var engines = new FlowEngines(wrong)) {
      var report = Parity.examine(subject, SHORT, Progress.NONE, engines::ours);

      assertThat(report.different()).isPositive();
      assertThat(report.differences())
          .allSatisfy(it -> assertThat(it.facts()).containsEntry("age", "21"));
      assertThat(report.agrees()).isFalse();
    }
  }

  @Test
  void anErrorOfFeelThatIsNullToCamundaIsToldApart() {
    var report =
        Parity.examine(
            subject(FLOW.formatted("number(string(income), &quot;,&quot;, &quot;,&quot;)")),
            SHORT,
            Progress.NONE);

    assertThat(report.different()).as("%s", report.differences()).isZero();
    assertThat(report.camunda().known()).containsKey(CamundaGap.ERROR_IS_NULL);
    assertThat(report.camunda().unexplained()).as("%s", report.camunda().differences()).isZero();
  }

  @Test
  void aDifferenceThatCamundasFeelDoesNotExplainStaysUnexplained() {
    var gaps = new FlowGaps(org.rulewright.bpmn.BpmnFlow.definition(bpmn(FLOW.formatted("1"))));

    assertThat(gaps.explain(false, decided("A"), () -> decided("B"))).isEqualTo(Optional.empty());
    assertThat(gaps.explain(false, decided("B"), () -> decided("B"))).contains(CamundaGap.FEEL);
    assertThat(gaps.explain(true, decided("B"), () -> decided("B")))
        .contains(CamundaGap.ERROR_IS_NULL);
  }

  @Test
  void aFlowThatCannotRunIsNotExamined() {
    assertThatThrownBy(
            () -> Parity.examine(subject("<startEvent id=\"start\"/>"), SHORT, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("flow.");
  }

  private static Outcome decided(String verdict) {
    return new Outcome.Decided(Map.of("verdict", verdict), Trace.EMPTY);
  }

  private static Axis axis(Axes axes, String name) {
    return axes.list().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  private static Subject.OfFlow subject(String elements) {
    return new Subject.OfFlow(
        bpmn(elements),
        DmnModel.compile(dmn()),
        (kind, key) -> Optional.empty(),
        new FactSchema(
            List.of(
                FactField.optional("age", FactType.NUMBER),
                FactField.optional("income", FactType.NUMBER),
                FactField.optional("nobodyReadsThis", FactType.NUMBER))),
        LookupSource.NONE,
        AS_OF);
  }

  private static BpmnDocument bpmn(String elements) {
    try {
      return BpmnDocument.read(
          """
          <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xmlns:rw="https://rulewright.org/bpmn/1" id="defs" targetNamespace="urn:test">
          <process id="p" name="p" isExecutable="true">%s</process></definitions>
          """
              .formatted(elements)
              .getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableModelException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DmnDocument dmn() {
    try {
      return DmnDocument.read(
          """
          <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
          <inputData id="i" name="score"><variable name="score" typeRef="number"/></inputData>
          <decision id="grade" name="grade"><variable name="grade" typeRef="string"/>
          <informationRequirement><requiredInput href="#i"/></informationRequirement>
          <decisionTable hitPolicy="FIRST"><input><inputExpression typeRef="number"><text>score</text></inputExpression></input>
          <output typeRef="string"/>
          <rule id="r1"><inputEntry><text>&gt;= 600</text></inputEntry><outputEntry><text>"ACCEPT"</text></outputEntry></rule>
          <rule id="r2"><inputEntry><text>-</text></inputEntry><outputEntry><text>"REFER"</text></outputEntry></rule>
          </decisionTable></decision></definitions>
          """
              .getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableModelException e) {
      throw new IllegalStateException(e);
    }
  }
}
