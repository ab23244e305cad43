package org.rulewright.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.bpmn.FlowSamples.SCHEMA;
import static org.rulewright.bpmn.FlowSamples.boundary;
import static org.rulewright.bpmn.FlowSamples.call;
import static org.rulewright.bpmn.FlowSamples.decision;
import static org.rulewright.bpmn.FlowSamples.document;
import static org.rulewright.bpmn.FlowSamples.end;
import static org.rulewright.bpmn.FlowSamples.flow;
import static org.rulewright.bpmn.FlowSamples.gateway;
import static org.rulewright.bpmn.FlowSamples.input;
import static org.rulewright.bpmn.FlowSamples.output;
import static org.rulewright.bpmn.FlowSamples.refer;
import static org.rulewright.bpmn.FlowSamples.service;
import static org.rulewright.bpmn.FlowSamples.start;
import static org.rulewright.bpmn.FlowSamples.task;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.DecisionSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.ruleflow.Callee;
import org.rulewright.ruleflow.Callees;
import org.rulewright.ruleflow.FlowCompilation;

class BpmnFlowCheckTest {

  /** A decision that reads `a` and gives a score and a grade; another that is not known closer. */
  private static final Callees CALLEES =
      reference ->
          switch (reference.key()) {
            case "risk" ->
                Optional.of(
                    new Callee(
                        Map.of("a", FactType.NUMBER),
                        Set.of(),
                        Map.of("score", FactType.NUMBER, "grade", FactType.TEXT),
                        FactType.CONTEXT));
            case "model" ->
                Optional.of(
                    new Callee(
                        Map.of("income", FactType.NUMBER, "name", FactType.NUMBER),
                        Set.of("income"),
                        Map.of("score", FactType.NUMBER),
                        FactType.CONTEXT));
            case "unknown" -> Optional.of(Callee.UNKNOWN);
            default -> Optional.empty();
          };

  private static List<Diagnostic> found(BpmnDocument document) {
    var found = BpmnFlow.check(document, SCHEMA, CALLEES);
    assertThat(found)
        .allSatisfy(it -> {
          assertThat(it.message(Locale.ENGLISH)).doesNotContain("{");
          assertThat(it.message(Locale.CHINESE)).doesNotContain("{");
        });
    return found;
  }

  @Test
  void variablesHandedOverInCamundasWayAreRefusedByNameWithTheWayToWriteThem() {
    var document =
        document(
            "p",
            start("s"),
            flow("f1", "s", "t"),
            call(
                "t",
                "other",
                "<camunda:in variables=\"all\"/>",
                "<camunda:out source=\"x\" target=\"y\"/>"),
            flow("f2", "t", "e"),
            end("e"));

    var found = BpmnFlow.refusals(document);

    assertThat(found)
        .extracting(it -> it.code() + " " + it.place().element())
        .containsExactly("bpmn.call-mapping t", "bpmn.call-mapping t");
    assertThat(found.getFirst().message(Locale.ENGLISH))
        .contains("camunda:in")
        .contains("rw:input");
    assertThat(found.getLast().message(Locale.CHINESE))
        .contains("camunda:out")
        .contains("rw:output");
  }

  private static List<String> codes(BpmnDocument document) {
    return found(document).stream().map(it -> it.code() + " " + it.place().element()).toList();
  }

  private static BpmnDocument straight(String step) {
    return document("f", start("s"), step, end("e"), flow("f1", "s", "t"), flow("f2", "t", "e"));
  }

  @Test
  void aSoundFlowHasNothingWrong() {
    assertThat(
            codes(
                document(
                    "f",
                    start("s"),
                    task("t", decision("risk", "risk")),
                    gateway("exclusiveGateway", "g", "no"),
                    end("e", output("score", "risk.score")),
                    end("r", refer("LOW")),
                    flow("f1", "s", "t"),
                    flow("f2", "t", "g"),
                    flow("yes", "g", "e", "risk.score > 600"),
                    flow("no", "g", "r"))))
        .isEmpty();
  }

  @Test
  void theDrawingIsChecked() {
    assertThat(codes(document("f", end("e")))).contains("flow.no-start f");
    assertThat(codes(document("f", start("s"), end("e"), start("s2"), flow("a", "s", "e"))))
        .contains("flow.several-starts s2", "flow.dead-end s2");
    assertThat(codes(document("f", start("s"), end("e"), flow("a", "s", "nowhere"))))
        .contains("flow.dangling a", "flow.dead-end s");
    assertThat(
            codes(
                document(
                    "f",
                    start("s"),
                    end("e"),
                    end("e2"),
                    flow("a", "s", "e"),
                    flow("b", "s", "e2"))))
        .contains("flow.several-outgoing s");
    assertThat(codes(document("f", start("s"), end("e"), flow("a", "s", "e", "a > 1"))))
        .contains("flow.condition-not-at-split a");
    assertThat(
            codes(
                document(
                    "f",
                    start("s"),
                    task("t", decision("unknown", "x")),
                    task("t2", decision("unknown", "y")),
                    end("e"),
                    flow("a", "s", "e"),
                    flow("b", "t", "t2"),
                    flow("c", "t2", "e"))))
        .contains("flow.unreachable t", "flow.unreachable t2");
  }

  @Test
  void aLoopIsRefusedNamingEveryStepInIt() {
    var loop =
        document(
            "f",
            start("s"),
            gateway("exclusiveGateway", "m", null),
            gateway("exclusiveGateway", "g", "out"),
            end("e"),
            flow("f1", "s", "m"),
            flow("f2", "m", "g"),
            flow("again", "g", "m", "a > 1"),
            flow("out", "g", "e"));

    assertThat(codes(loop)).containsExactly("flow.cycle m", "flow.cycle g");
    assertThat(BpmnFlow.compile(loop, SCHEMA, DecisionSource.NONE))
        .isInstanceOf(FlowCompilation.Refused.class);
  }

  @Test
  void gatewaysNeedConditionsAndADefault() {
    assertThat(
            codes(
                document(
                    "f",
                    start("s"),
                    gateway("exclusiveGateway", "g", null),
                    end("e"),
                    end("e2"),
                    flow("f1", "s", "g"),
                    flow("f2", "g", "e", "a > 1"),
                    flow("f3", "g", "e2"))))
        .containsExactly("flow.no-default g", "flow.no-condition f3");
    assertThat(
            codes(
                document(
                    "f",
                    start("s"),
                    gateway("inclusiveGateway", "g", "f3"),
                    end("e"),
                    end("e2"),
                    flow("f1", "s", "g"),
                    flow("f2", "g", "e", "a > 1"),
                    flow("f3", "g", "e2", "a > 2"))))
        .containsExactly("flow.default-with-condition f3");
  }

  @Test
  void joinsThatCannotBeRightAreFoundByFollowingTheTokens() {
    assertThat(codes(split("exclusiveGateway", "parallelGateway"))).contains("flow.join-waits j");
    assertThat(codes(split("parallelGateway", "exclusiveGateway"))).contains("flow.twice j");
    assertThat(codes(split("parallelGateway", "parallelGateway"))).isEmpty();
    assertThat(codes(split("parallelGateway", "inclusiveGateway"))).isEmpty();
    assertThat(codes(split("inclusiveGateway", "inclusiveGateway"))).isEmpty();
    assertThat(codes(split("exclusiveGateway", "inclusiveGateway"))).isEmpty();
  }

  private static BpmnDocument split(String split, String join) {
    boolean conditions = !split.equals("parallelGateway");
    return document(
        "f",
        start("s"),
        gateway(split, "g", conditions ? "f3" : null),
        gateway(join, "j", null),
        end("e"),
        flow("f1", "s", "g"),
        conditions ? flow("f2", "g", "j", "a > 1") : flow("f2", "g", "j"),
        flow("f3", "g", "j"),
        flow("f4", "j", "e"));
  }

  @Test
  void aReferralBesideOtherBranchesIsSaid() {
    assertThat(
            codes(
                document(
                    "f",
                    start("s"),
                    gateway("parallelGateway", "g", null),
                    end("r", refer("R")),
                    end("e", output("verdict", "\"APPROVE\"")),
                    flow("f1", "s", "g"),
                    flow("f2", "g", "r"),
                    flow("f3", "g", "e"))))
        .containsExactly("flow.refer-beside r");
  }

  @Test
  void tasksMustBeBoundToSomethingThatIsThere() {
    assertThat(codes(straight(task("t")))).contains("flow.unbound t");
    assertThat(codes(straight(task("t", decision("gone", "x"))))).contains("flow.unknown-callee t");
  }

  @Test
  void errorEventsStandAtTasks() {
    assertThat(
            codes(
                document(
                    "f",
                    start("s"),
                    end("e"),
                    boundary("b", "e", "<errorEventDefinition/>"),
                    flow("f1", "s", "e"),
                    flow("f2", "b", "e"))))
        .contains("flow.boundary-no-task b");
  }

  @Test
  void resultsNobodyUsesAreNamed() {
    assertThat(codes(straight(task("t", decision("risk", "risk")))))
        .contains("flow.unused-result t");
    // what reads variables nobody knows of may read these
    assertThat(codes(straight(task("t", decision("unknown", "x"))))).isEmpty();
  }

  @Test
  void conditionsAreFeelOfKnownNamesThatGiveABoolean() {
    assertThat(codes(condition("a > "))).contains("flow.syntax yes");
    assertThat(codes(condition("amount > 3"))).contains("flow.unknown-name yes");
    assertThat(codes(condition("a + 1"))).contains("flow.condition-type yes");
    assertThat(codes(condition("a > 3 and s = \"x\""))).isEmpty();
    var unknown = found(condition("a > 3 and amount > 3")).getFirst();
    assertThat(unknown.place().offset()).isEqualTo(10);
  }

  private static BpmnDocument condition(String text) {
    return document(
        "f",
        start("s"),
        gateway("exclusiveGateway", "g", "no"),
        end("e"),
        end("e2"),
        flow("f1", "s", "g"),
        flow("yes", "g", "e", text),
        flow("no", "g", "e2"));
  }

  @Test
  void mappingsAreCheckedAgainstWhatIsKnownOfBothSides() {
    assertThat(codes(straight(task("t", decision("risk", "risk"), input("a", "\"x\"")))))
        .contains("flow.input-type t");
    assertThat(codes(straight(task("t", decision("risk", "risk"), input("z", "1")))))
        .contains("flow.input-unknown t");
    assertThat(codes(straight(task("t", decision("risk", "risk"), input("a", "")))))
        .contains("flow.mapping-no-source t");
    assertThat(
            codes(
                straight(task("t", decision("risk", "risk"), output("x", "1"), output("x", "2")))))
        .contains("flow.mapping-twice t");
    assertThat(
            codes(
                document("f", start("s"), end("e", output("verdict", "3")), flow("f1", "s", "e"))))
        .containsExactly("flow.output-type e");
    assertThat(codes(document("f", start("s"), end("e", refer(" ")), flow("f1", "s", "e"))))
        .containsExactly("flow.refer-no-reason e");
  }

  @Test
  void aFlowThatIsCalledDeclaresItsFacts() {
    var called =
        document(
            "f",
            "<extensionElements><rw:fact name=\"limit\" type=\"number\"/></extensionElements>",
            start("s"),
            end("e", output("verdict", "limit")),
            flow("f1", "s", "e"));

    assertThat(codes(called)).containsExactly("flow.output-type e");
  }

  @Test
  void aMissingDefaultIsAddedAsAReferral() {
    var document =
        document(
            "f",
            start("s"),
            gateway("exclusiveGateway", "g", null),
            end("e"),
            end("e2"),
            flow("f1", "s", "g"),
            flow("yes", "g", "e", "a > 1"),
            flow("no", "g", "e2", "a < 1"));
    var missing = found(document).getFirst();
    assertThat(missing.code()).isEqualTo("flow.no-default");

    var fixed = BpmnFix.apply(document, missing).orElseThrow();

    assertThat(codes(fixed)).isEmpty();
    assertThat(
            FlowSamples.answer(
                FlowSamples.run(fixed, DecisionSource.NONE, Map.of("a", java.math.BigDecimal.ONE))))
        .isEqualTo(Map.of("verdict", "REFER", "reasonCodes", List.of("NO_BRANCH")));
  }

  @Test
  void anArrowWithoutConditionBecomesTheDefault() {
    var document =
        document(
            "f",
            start("s"),
            gateway("exclusiveGateway", "g", null),
            end("e"),
            end("e2"),
            flow("f1", "s", "g"),
            flow("yes", "g", "e", "a > 1"),
            flow("no", "g", "e2"));

    var fixed = BpmnFix.apply(document, found(document).getFirst()).orElseThrow();

    assertThat(codes(fixed)).isEmpty();
    assertThat(BpmnFlow.definition(fixed).steps().get(1))
        .hasToString("Gateway[id=g, name=, kind=EXCLUSIVE, defaultFlow=no]");
  }

  @Test
  void anInputThatACalleeNeedsAndNothingGivesIsAnError() {
    var nothing = service("t", "<rw:model key=\"model\" result=\"m\"/>");
    assertThat(codes(straight(nothing))).contains("flow.input-missing t");

    var given = service("t", "<rw:model key=\"model\" result=\"m\"/>", input("income", "a"));
    assertThat(codes(straight(given))).doesNotContain("flow.input-missing t");
  }

  @Test
  void aFactOfTheNameOfAnInputButAnotherTypeIsAnError() {
    var task = service("t", "<rw:model key=\"model\" result=\"m\"/>", input("income", "a"));
    var typed =
        document("f", start("s"), task, end("e"), flow("f1", "s", "t"), flow("f2", "t", "e"));
    var schema =
        new FactSchema(
            List.of(
                FactField.required("a", FactType.NUMBER),
                FactField.required("name", FactType.TEXT)));

    assertThat(BpmnFlow.check(typed, schema, CALLEES))
        .filteredOn(it -> it.code().equals("flow.input-type"))
        .singleElement()
        .satisfies(it -> assertThat(it.message(Locale.ENGLISH)).contains("`name`", "number"));
  }

  @Test
  void aPartThatAnAnswerDoesNotHaveIsAnErrorWhereItIsRead() {
    var task = service("t", "<rw:model key=\"model\" result=\"m\"/>", input("income", "a"));
    var wrong =
        document(
            "f",
            start("s"),
            task,
            end("e", output("score", "if m.score > 1 then m.scroe else null")),
            flow("f1", "s", "t"),
            flow("f2", "t", "e"));

    assertThat(found(wrong))
        .filteredOn(it -> it.code().equals("flow.unknown-part"))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.place().element()).isEqualTo("e");
          assertThat(it.place().offset()).isEqualTo(20);
          assertThat(it.message(Locale.ENGLISH)).contains("scroe", "it has: score");
        });
    var bound =
        document(
            "f",
            start("s"),
            task,
            end("e", output("score", "(for m in [{scroe: 1}] return m.scroe)[1]")),
            flow("f1", "s", "t"),
            flow("f2", "t", "e"));
    assertThat(codes(bound)).doesNotContain("flow.unknown-part e");
  }
}
