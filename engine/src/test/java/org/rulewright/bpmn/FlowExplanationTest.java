package org.rulewright.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.bpmn.FlowSamples.AS_OF;
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
import static org.rulewright.bpmn.FlowSamples.start;
import static org.rulewright.bpmn.FlowSamples.task;
import static org.rulewright.ruleflow.Way.Answer.FAILS;
import static org.rulewright.ruleflow.Way.Answer.HOLDS;
import static org.rulewright.ruleflow.Way.Answer.UNCONDITIONAL;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rulewright.bpmn.FlowSamples.Failing;
import org.rulewright.bpmn.FlowSamples.Source;
import org.rulewright.decision.Decision;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontable.TableWhy;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnModel;
import org.rulewright.dmn.Explanation;
import org.rulewright.dmn.FlowExplainer;
import org.rulewright.dmn.StepWhy;
import org.rulewright.ruleflow.Flow;
import org.rulewright.ruleflow.FlowStep;
import org.rulewright.ruleflow.StepTaken;
import org.rulewright.ruleflow.Way;
import org.rulewright.xml.UnreadableModelException;

/** Why a flow went the way it went. */
class FlowExplanationTest {

  private static final String GRADES =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="m"
          namespace="urn:m">
        <inputData id="i_a" name="a"><variable name="a" typeRef="number"/></inputData>
        <decision id="d_grade" name="Grade">
          <variable name="Grade" typeRef="string"/>
          <informationRequirement id="r1"><requiredInput href="#i_a"/></informationRequirement>
          <decisionTable id="t" hitPolicy="UNIQUE">
            <input id="c"><inputExpression typeRef="number"><text>a</text></inputExpression></input>
            <output id="o" name="Grade" typeRef="string"/>
            <rule id="good"><inputEntry id="e1"><text>&gt;= 10</text></inputEntry>
              <outputEntry id="o1"><text>"A"</text></outputEntry></rule>
            <rule id="bad"><inputEntry id="e2"><text>&lt; 10</text></inputEntry>
              <outputEntry id="o2"><text>"B"</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  private static final BpmnDocument CHOICE =
      document(
          "f",
          start("s1"),
          task("t1", decision("Grade", "grade"), output("row", "{limit: 5, grade: grade}")),
          gateway("exclusiveGateway", "g1", "other"),
          end("e1", output("verdict", "\"APPROVE\"")),
          end("e2", output("verdict", "\"DECLINE\"")),
          end("e3", refer("R")),
          flow("f1", "s1", "t1"),
          flow("f2", "t1", "g1"),
          flow("top", "g1", "e1", "grade = \"A\" and a > row.limit"),
          flow("low", "g1", "e2", "a > 3"),
          flow("other", "g1", "e3"));

  @Test
  void aGatewaySaysOfEveryWayWhetherItsConditionHeldAndWhatItRead() {
    var why = gate(explain(CHOICE, "7"), 2);

    assertThat(why.ways()).extracting(it -> it.flow().id()).containsExactly("top", "low", "other");
    assertThat(why.ways()).extracting(Way::answer).containsExactly(FAILS, HOLDS, UNCONDITIONAL);
    assertThat(why.ways()).extracting(Way::taken).containsExactly(false, true, false);
    assertThat(why.ways().getFirst().values())
        .isEqualTo(
            Map.of("grade", "B", "a", new BigDecimal(7), "row.limit", BigDecimal.valueOf(5)));
    assertThat(why.ways().getLast().otherwise()).isTrue();
    assertThat(why.ways().getLast().target()).isInstanceOf(FlowStep.End.class);
  }

  @Test
  void aWayThatHoldsBehindTheOneTakenSaysSo() {
    var why = gate(explain(CHOICE, "12"), 2);

    assertThat(why.ways()).extracting(Way::answer).containsExactly(HOLDS, HOLDS, UNCONDITIONAL);
    assertThat(why.ways()).extracting(Way::taken).containsExactly(true, false, false);
  }

  @Test
  void aTaskCarriesWhyItsDecisionCameOutAsItDid() {
    var task = (StepWhy.OfTask) explain(CHOICE, "7").steps().get(1);

    var table = (StepWhy.OfTable) task.inside().getFirst();
    assertThat(table.step().hits()).containsExactly("bad");
    var failed = table.why().nearest().getFirst();
    assertThat(failed.id()).isEqualTo("good");
    assertThat(failed.failed().getFirst().value()).isEqualTo(new BigDecimal(7));
    assertThat(failed.failed().getFirst().distance().orElseThrow().toString()).contains("by=3");
  }

  @Test
  void aDecisionSeesWhatItsTaskHandedItAndNotTheFlowsFacts() {
    var document =
        document(
            "f",
            start("s1"),
            task("t1", decision("Grade", "grade"), input("a", "a * 10")),
            end("e1", output("grade", "grade"), output("a", "a")),
            flow("f1", "s1", "t1"),
            flow("f2", "t1", "e1"));

    var explanation = explain(document, "1");

    var task = (StepWhy.OfTask) explanation.steps().get(1);
    TableWhy table = ((StepWhy.OfTable) task.inside().getFirst()).why();
    assertThat(table.inputs().getFirst().value()).isEqualTo(BigDecimal.TEN);
    assertThat(((Outcome.Decided) explanation.outcome()).value())
        .isEqualTo(Map.of("grade", "A", "a", BigDecimal.ONE));
  }

  @Test
  void aTaskThatFailedSaysWhyThoughAnErrorEventTookItFromThere() {
    var source =
        new Source()
            .with(
                "fails",
                facts -> {
                  throw new Failing("no.score");
                });
    var document =
        document(
            "f",
            start("s1"),
            task("t1", decision("fails", "x")),
            boundary("b1", "t1", "<errorEventDefinition/>"),
            end("e1"),
            end("e2", refer("FALLBACK")),
            flow("f1", "s1", "t1"),
            flow("f2", "t1", "e1"),
            flow("f3", "b1", "e2"));

    var explanation = explain(document, source, "7");

    var task = (StepWhy.OfTask) explanation.steps().get(1);
    assertThat(task.problems()).extracting(Diagnostic::code).containsExactly("no.score");
    assertThat(task.step().hits()).containsExactly("b1");
    assertThat(explanation.steps())
        .extracting(it -> it.step().decisionId())
        .containsExactly("s1", "t1", "b1", "e2");
  }

  @Test
  void aCalledFlowTellsItsOwnStepsInsideItsTask() {
    var inner =
        document(
            "inner",
            start("is"),
            gateway("exclusiveGateway", "ig", "ib"),
            end("ie1", output("x", "1")),
            end("ie2", output("x", "2")),
            flow("i1", "is", "ig"),
            flow("ia", "ig", "ie1", "a > 5"),
            flow("ib", "ig", "ie2"));
    var outer =
        document(
            "outer",
            start("s1"),
            call("c1", "inner"),
            end("e1", output("x", "inner.x")),
            flow("f1", "s1", "c1"),
            flow("f2", "c1", "e1"));
    var source = new Source();
    Decision called = compiled(inner, source);
    source.with("inner", called);

    var task = (StepWhy.OfTask) explain(outer, source, "7").steps().get(1);

    assertThat(task.inside())
        .extracting(it -> it.step().decisionId())
        .containsExactly("is", "ig", "ie1");
    assertThat(((StepWhy.OfGateway) task.inside().get(1)).ways().getFirst().values())
        .isEqualTo(Map.of("a", new BigDecimal(7)));
  }

  @Test
  void anExplanationTakesTheStepsTheTraceHasAndComesToTheSame() {
    int gateways = 0;
    for (int seed = 0; seed < 200; seed++) {
      Flow flow = random(seed);
      var facts = Facts.of(RandomFlows.facts(new SplittableRandom(seed)));
      var outcome = flow.evaluate(facts, AS_OF, true);
      var why = flow.explain(facts, AS_OF);
      assertThat(why.outcome()).as("seed %d", seed).isEqualTo(outcome);
      assertThat(outcome.trace().steps())
          .as("seed %d", seed)
          .containsAll(why.steps().stream().map(StepTaken::trace).toList());
      for (var step : why.steps()) {
        if (step instanceof StepTaken.Chose chose) {
          gateways++;
          assertThat(chose.ways().stream().filter(Way::taken).map(it -> it.flow().id()))
              .as("seed %d", seed)
              .containsExactlyInAnyOrderElementsOf(chose.trace().hits());
        }
      }
    }
    assertThat(gateways).isGreaterThan(100);
  }

  private static Flow random(int seed) {
    var source = RandomFlows.decisions(new ArrayList<>());
    List<Flow> flows = new ArrayList<>();
    for (var document : RandomFlows.of(seed).reversed()) {
      flows.add(compiled(document, source));
      source.with(document.key().orElseThrow(), flows.getLast());
    }
    return flows.getLast();
  }

  private static StepWhy.OfGateway gate(Explanation explanation, int step) {
    return (StepWhy.OfGateway) explanation.steps().get(step);
  }

  private static Explanation explain(BpmnDocument document, String a) {
    var source = new Source();
    model().step("Grade").ifPresent(grade -> source.with("Grade", grade));
    return explain(document, source, a);
  }

  private static Explanation explain(BpmnDocument document, Source source, String a) {
    var explanation =
        FlowExplainer.explain(
            compiled(document, source),
            model(),
            reference -> List.of(),
            Facts.of(Map.of("a", new BigDecimal(a))),
            AS_OF);
    assertThat(explanation.steps())
        .extracting(StepWhy::step)
        .extracting(TraceStep::decisionName)
        .doesNotContainNull();
    return explanation;
  }

  private static DmnModel model() {
    try {
      return DmnModel.compile(DmnDocument.read(GRADES.getBytes(StandardCharsets.UTF_8)));
    } catch (UnreadableModelException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
