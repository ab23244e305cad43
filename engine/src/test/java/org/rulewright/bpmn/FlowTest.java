package org.rulewright.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.bpmn.FlowSamples.AS_OF;
import static org.rulewright.bpmn.FlowSamples.answer;
import static org.rulewright.bpmn.FlowSamples.boundary;
import static org.rulewright.bpmn.FlowSamples.call;
import static org.rulewright.bpmn.FlowSamples.compiled;
import static org.rulewright.bpmn.FlowSamples.decision;
import static org.rulewright.bpmn.FlowSamples.document;
import static org.rulewright.bpmn.FlowSamples.end;
import static org.rulewright.bpmn.FlowSamples.flow;
import static org.rulewright.bpmn.FlowSamples.gateway;
import static org.rulewright.bpmn.FlowSamples.input;
import static org.rulewright.bpmn.FlowSamples.output;
import static org.rulewright.bpmn.FlowSamples.refer;
import static org.rulewright.bpmn.FlowSamples.run;
import static org.rulewright.bpmn.FlowSamples.service;
import static org.rulewright.bpmn.FlowSamples.start;
import static org.rulewright.bpmn.FlowSamples.task;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rulewright.bpmn.FlowSamples.Failing;
import org.rulewright.bpmn.FlowSamples.Source;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.TraceStep;
import org.rulewright.ruleflow.Flow;

class FlowTest {

  private static final Map<String, Object> FACTS = Map.of("a", BigDecimal.valueOf(7), "s", "x");

  private static final Source PLAIN =
      new Source()
          .with("risk", facts -> Map.of("score", 640, "grade", "B"))
          .with("offer", facts -> Map.of("verdict", "APPROVE", "amount", 1000))
          .with(
              "fails",
              facts -> {
                throw new Failing("no.score");
              });

  private static BpmnDocument choice() {
    return document(
        "f",
        start("s1"),
        task("t1", decision("risk", "risk")),
        gateway("exclusiveGateway", "g1", "other"),
        task("t2", decision("offer", "offer")),
        end("e1", output("verdict", "offer.verdict"), output("amount", "offer.amount * 2")),
        end("e2", refer("LOW_SCORE")),
        flow("f1", "s1", "t1"),
        flow("f2", "t1", "g1"),
        flow("good", "g1", "t2", "risk.score >= 600 and a > 5"),
        flow("other", "g1", "e2"),
        flow("f5", "t2", "e1"));
  }

  @Test
  void aFlowAnswersWhatItsEndGives() {
    assertThat(answer(run(choice(), PLAIN, FACTS)))
        .isEqualTo(Map.of("verdict", "APPROVE", "amount", BigDecimal.valueOf(2000)));
  }

  @Test
  void theDefaultIsTakenWhenNoConditionHoldsAndARefusalNamesItsReason() {
    var outcome = run(choice(), PLAIN, Map.of("a", BigDecimal.ONE));

    assertThat(answer(outcome))
        .isEqualTo(Map.of("verdict", "REFER", "reasonCodes", List.of("LOW_SCORE")));
  }

  @Test
  void theTraceHasEveryStepWithTheArrowsTakenAndWhatItCalled() {
    var steps = run(choice(), PLAIN, FACTS).trace().steps();

    assertThat(steps)
        .extracting(TraceStep::decisionId)
        .containsExactly("s1", "t1", "risk", "g1", "t2", "offer", "e1");
    assertThat(steps).extracting(TraceStep::hits).element(3).isEqualTo(List.of("good"));
    assertThat(steps.get(1).kind()).isEqualTo(DecisionKind.FLOW_STEP);
    assertThat(steps.get(1).value()).isEqualTo(Map.of("score", 640, "grade", "B"));
  }

  @Test
  void withoutTraceThereIsNone() {
    assertThat(compiled(choice(), PLAIN).evaluate(Facts.of(FACTS), AS_OF, false).trace().steps())
        .isEmpty();
  }

  @Test
  void anEndWithoutMappingGivesTheVariablesOfTheContract() {
    var document =
        document(
            "f",
            start("s1"),
            task("t1", decision("risk", "risk"), output("score", "risk.score"), output("x", "1")),
            end("e"),
            flow("f1", "s1", "t1"),
            flow("f2", "t1", "e"));

    assertThat(answer(run(document, PLAIN, FACTS)))
        .isEqualTo(Map.of("score", BigDecimal.valueOf(640)));
  }

  @Test
  void aTaskSeesTheVariablesOverlaidByItsInputs() {
    var seen = new HashMap<String, Object>();
    var source =
        new Source()
            .with(
                "look",
                facts -> {
                  seen.putAll(facts);
                  return 1;
                });
    var document =
        document(
            "f",
            start("s1"),
            service("t1", "<rw:lookup key=\"look\" result=\"r\"/>", input("b", "a * 2")),
            end("e"),
            flow("f1", "s1", "t1"),
            flow("f2", "t1", "e"));

    run(document, source, FACTS);

    assertThat(seen)
        .isEqualTo(Map.of("a", BigDecimal.valueOf(7), "s", "x", "b", BigDecimal.valueOf(14)));
  }

  @Test
  void aFailedStepTakesTheFallbackOfItsErrorEvent() {
    var document = fallback("<errorEventDefinition/>");

    var outcome = run(document, PLAIN, FACTS);

    assertThat(answer(outcome)).isEqualTo(Map.of("verdict", "REFER", "reasonCodes", List.of("R")));
    assertThat(outcome.trace().steps())
        .extracting(TraceStep::decisionId)
        .containsExactly("s1", "t1", "fails", "b1", "e2");
    assertThat(outcome.trace().steps().get(1).hits()).containsExactly("b1");
  }

  @Test
  void anErrorEventOfAnotherErrorDoesNotCatch() {
    assertThat(answer(run(fallback("<errorEventDefinition errorRef=\"err\"/>"), PLAIN, FACTS)))
        .containsEntry("verdict", "REFER");

    var other =
        new Source()
            .with(
                "fails",
                facts -> {
                  throw new Failing("another");
                });
    var outcome = run(fallback("<errorEventDefinition errorRef=\"err\"/>"), other, FACTS);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).problems())
        .extracting(Diagnostic::code)
        .containsExactly("flow.step-failed", "another");
    assertThat(((Outcome.Failed) outcome).problems().getFirst().place().element()).isEqualTo("t1");
    assertThat(outcome.trace().steps())
        .extracting(TraceStep::decisionId)
        .containsExactly("s1", "t1", "fails");
  }

  private static BpmnDocument fallback(String definition) {
    return document(
        "f",
        start("s1"),
        task("t1", decision("fails", "r")),
        boundary("b1", "t1", definition),
        end("e1", output("verdict", "\"APPROVE\"")),
        end("e2", refer("R")),
        flow("f1", "s1", "t1"),
        flow("f2", "t1", "e1"),
        flow("f3", "b1", "e2"));
  }

  @Test
  void aParallelJoinWaitsForItsBranches() {
    var document =
        document(
            "f",
            start("s1"),
            gateway("parallelGateway", "fork", null),
            task("t1", decision("one", "x")),
            task("t2", decision("two", "y")),
            gateway("parallelGateway", "join", null),
            end("e", output("sum", "x + y")),
            flow("f1", "s1", "fork"),
            flow("f2", "fork", "t1"),
            flow("f3", "fork", "t2"),
            flow("f4", "t1", "join"),
            flow("f5", "t2", "join"),
            flow("f6", "join", "e"));
    var source = new Source().with("one", facts -> 1).with("two", facts -> 2);

    var outcome = run(document, source, FACTS);

    assertThat(answer(outcome)).isEqualTo(Map.of("sum", BigDecimal.valueOf(3)));
    assertThat(outcome.trace().steps())
        .extracting(TraceStep::decisionId)
        .containsExactly("s1", "fork", "t1", "one", "t2", "two", "join", "e");
  }

  @Test
  void anInclusiveJoinWaitsOnlyForBranchesThatWereTaken() {
    var document = inclusive("a > 5", "b > 5");

    assertThat(answer(run(document, both(), facts(7, 7))))
        .isEqualTo(Map.of("z", BigDecimal.valueOf(3)));
    assertThat(answer(run(document, both(), facts(7, 1))))
        .isEqualTo(Map.of("z", BigDecimal.valueOf(1)));
    assertThat(answer(run(document, both(), facts(1, 7))))
        .isEqualTo(Map.of("z", BigDecimal.valueOf(2)));
    assertThat(answer(run(document, both(), facts(1, 1))))
        .isEqualTo(Map.of("z", BigDecimal.valueOf(0)));
  }

  private static Map<String, Object> facts(int a, int b) {
    return Map.of("a", BigDecimal.valueOf(a), "b", BigDecimal.valueOf(b));
  }

  private static Source both() {
    return new Source().with("one", facts -> 1).with("two", facts -> 2);
  }

  private static BpmnDocument inclusive(String first, String second) {
    return document(
        "f",
        start("s1"),
        gateway("inclusiveGateway", "fork", "none"),
        task("t1", decision("one", "x")),
        task("t2", decision("two", "y")),
        gateway("inclusiveGateway", "join", null),
        end("e", output("z", "(if x = null then 0 else x) + (if y = null then 0 else y)")),
        flow("f1", "s1", "fork"),
        flow("f2", "fork", "t1", first),
        flow("f3", "fork", "t2", second),
        flow("none", "fork", "join"),
        flow("f4", "t1", "join"),
        flow("f5", "t2", "join"),
        flow("f6", "join", "e"));
  }

  @Test
  void aParallelJoinWhoseBranchDoesNotComeFailsNamingTheJoin() {
    var document =
        document(
            "f",
            start("s1"),
            gateway("exclusiveGateway", "x", "f3"),
            gateway("parallelGateway", "join", null),
            end("e"),
            flow("f1", "s1", "x"),
            flow("f2", "x", "join", "a > 5"),
            flow("f3", "x", "join"),
            flow("f6", "join", "e"));

    var outcome = run(document, PLAIN, FACTS);

    assertThat(((Outcome.Failed) outcome).problems().getFirst().code()).isEqualTo("flow.stuck");
    assertThat(((Outcome.Failed) outcome).problems().getFirst().place().element())
        .isEqualTo("join");
  }

  @Test
  void aConditionThatIsNotBooleanFailsNamingTheArrow() {
    var problems = ((Outcome.Failed) run(choice(), PLAIN, Map.of("s", "x"))).problems();

    assertThat(problems.getFirst().code()).isEqualTo("flow.condition-not-boolean");
    assertThat(problems.getFirst().place().cell()).isEqualTo("good");
  }

  @Test
  void aCalledFlowSeesItsInputsOnlyAndAnswersWithItsOutputs() {
    var child =
        compiled(
            document(
                "child",
                start("s1"),
                end("e", output("twice", "b * 2"), output("saw", "a")),
                flow("f1", "s1", "e")),
            PLAIN);
    var source = new Source().with("child", child);
    var parent =
        document(
            "parent",
            start("s1"),
            call("c", "child", "<rw:flow result=\"r\"/>", input("b", "a + 1")),
            end("e", output("n", "r.twice"), output("hidden", "r.saw")),
            flow("f1", "s1", "c"),
            flow("f2", "c", "e"));

    var outcome = run(parent, source, FACTS);

    assertThat(answer(outcome))
        .containsEntry("n", BigDecimal.valueOf(16))
        .containsEntry("hidden", null);
    assertThat(outcome.trace().steps())
        .extracting(TraceStep::decisionId)
        .containsExactly("s1", "c", "s1", "e", "e");
  }

  @Test
  void flowsThatCallEachOtherInACircleAreStopped() {
    var source = new Source();
    var round =
        document(
            "round",
            start("s1"),
            call("c", "round", "<rw:flow result=\"r\"/>"),
            end("e"),
            flow("f1", "s1", "c"),
            flow("f2", "c", "e"));
    Flow flow = compiled(round, source);
    source.with("round", flow);

    var outcome = flow.evaluate(Facts.of(FACTS), AS_OF, false);

    assertThat(((Outcome.Failed) outcome).problems())
        .extracting(Diagnostic::code)
        .contains("flow.too-deep");
  }

  @Test
  void camundasOwnMappingsMeanTheSame() {
    var document =
        document(
            "f",
            start("s1"),
            """
            <businessRuleTask id="t1" camunda:decisionRef="risk" camunda:resultVariable="risk"
                camunda:mapDecisionResult="singleResult"><extensionElements><camunda:inputOutput>
              <camunda:inputParameter name="b"><camunda:script scriptFormat="feel">a + 1</camunda:script></camunda:inputParameter>
              <camunda:inputParameter name="s">a "text"</camunda:inputParameter>
              <camunda:outputParameter name="score"><camunda:script scriptFormat="feel">risk.score + b</camunda:script></camunda:outputParameter>
            </camunda:inputOutput></extensionElements></businessRuleTask>\
            """,
            end("e"),
            flow("f1", "s1", "t1"),
            flow("f2", "t1", "e"));

    assertThat(answer(run(document, PLAIN, FACTS)))
        .isEqualTo(Map.of("score", BigDecimal.valueOf(648)));
  }

  @Test
  void todayIsTheDayTheDecisionIsAskedFor() {
    var document =
        document(
            "f",
            start("s1"),
            end("e", output("verdict", "string(today())")),
            flow("f1", "s1", "e"));

    assertThat(answer(run(document, PLAIN, FACTS))).isEqualTo(Map.of("verdict", "2026-11-23"));
  }

  @Test
  void whatAFlowCallsIsKnownWithoutRunningIt() {
    assertThat(BpmnFlow.references(choice()))
        .hasToString("[FlowReference[kind=OTHER, key=risk], FlowReference[kind=OTHER, key=offer]]");
    assertThat(BpmnFlow.outputs(choice())).containsExactly("verdict", "amount", "reasonCodes");
  }
}
