package org.rulewright.bench;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.bpmn.CamundaFlow;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionSource;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.CompiledTable;
import org.rulewright.decisiontable.DmnText;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.ruleflow.FlowCompilation;
import org.rulewright.xml.UnreadableModelException;

/** Goal 5: a flow of five decisions of 100 rules against the same BPMN on Camunda 7. */
final class FlowGoals {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
  private static final int FACTS = 256;

  /** What the five decisions answer is kept under names of the contract, so that all give it. */
  private static final List<String> RESULTS =
      List.of("grade", "rate", "termMonths", "amount", "verdict");

  private FlowGoals() {}

  static void speed() {
    Goal ours = Goal.atLeast("5.flow-camunda-our-decisions", 500);
    Goal own = Goal.atLeast("5.flow-camunda-own-dmn", 5_000);
    try {
      speed(ours, own);
    } catch (UnreadableModelException e) {
      throw new IllegalStateException("the flow of the benchmark cannot be read", e);
    }
  }

  private static void speed(Goal oursGoal, Goal ownGoal) throws UnreadableModelException {
    List<TableDefinition> tables = new ArrayList<>();
    Map<String, Decision> decisions = new HashMap<>();
    for (int i = 0; i < RESULTS.size(); i++) {
      var table = CreditTable.of(100, HitPolicy.FIRST, "d" + i, 100 + i);
      tables.add(table);
      decisions.put(
          "d" + i, CompiledTable.compile(table, CreditTable.INPUTS, new TableGoals.Nobody()));
    }
    DecisionSource source = (kind, key) -> Optional.ofNullable(decisions.get(key));
    var bpmn = bpmn();
    var document = BpmnDocument.read(bpmn.getBytes(StandardCharsets.UTF_8));
    var schema =
        new FactSchema(
            CreditTable.INPUTS.stream().map(it -> FactField.optional(it, FactType.ANY)).toList());
    var flow = ((FlowCompilation.Compiled) BpmnFlow.compile(document, schema, source)).flow();
    var all = CreditTable.facts(FACTS, it -> true);
    // of one layout, as the rows of a data set are
    var layout = FactLayout.of(CreditTable.INPUTS);
    List<Facts> facts = all.stream().map(it -> Facts.of(it, layout)).toList();

    double plain =
        Speed.perSecond(i -> flow.evaluate(facts.get(i & FACTS - 1), AS_OF, false), 4, 0.5);
    double traced =
        Speed.perSecond(i -> flow.evaluate(facts.get(i & FACTS - 1), AS_OF, true), 4, 0.5);
    note("five tables of 100 rules: ours %,.0f/s, traced %,.0f/s".formatted(plain, traced));

    var deployed = (CamundaFlow.Deployed.Running) CamundaFlow.deploy(document, List.of(), source);
    try (var camunda = deployed.flow()) {
      for (Facts each : facts) {
        if (!TableGoals.same(value(flow, each), value(camunda, each))) {
          oursGoal.missed("answers-differ");
          return;
        }
      }
      double rate =
          Speed.perSecond(i -> camunda.evaluate(facts.get(i & FACTS - 1), AS_OF, false), 6, 1);
      note("Camunda with our decisions %,.1f/s, %d answers equal".formatted(rate, FACTS));
      oursGoal.measured(plain / rate);
    }

    List<String> dmn = tables.stream().map(it -> DmnText.of(it, CreditTable.INPUTS)).toList();
    try (var camunda = new CamundaProcess(bpmn, dmn)) {
      int compared = 0;
      for (long from = System.nanoTime();
          compared < FACTS && System.nanoTime() - from < 5e9;
          compared++) {
        var theirs = results(camunda.variables(all.get(compared)));
        if (!TableGoals.same(value(flow, facts.get(compared)), theirs)) {
          note("ours %s, theirs %s".formatted(value(flow, facts.get(compared)), theirs));
          ownGoal.missed("answers-differ");
          return;
        }
      }
      double rate = Speed.perSecond(i -> camunda.variables(all.get(i & FACTS - 1)), 4, 1);
      note("Camunda with its own decisions %,.1f/s, %d answers equal".formatted(rate, compared));
      ownGoal.measured(plain / rate);
    }
  }

  private static Map<String, @Nullable Object> results(Map<String, @Nullable Object> variables) {
    Map<String, @Nullable Object> results = new LinkedHashMap<>();
    RESULTS.forEach(it -> results.put(it, variables.get(it)));
    return results;
  }

  private static @Nullable Object value(Decision decision, Facts facts) {
    return switch (decision.evaluate(facts, AS_OF, false)) {
      case Outcome.Decided decided -> decided.value();
      case Outcome.Failed failed -> throw new IllegalStateException(failed.toString());
    };
  }

  private static String bpmn() {
    var steps = new StringBuilder();
    String from = "start";
    for (int i = 0; i < RESULTS.size(); i++) {
      steps.append(
          """
          <businessRuleTask id="t%1$d" camunda:decisionRef="d%1$d" camunda:mapDecisionResult="singleResult"
              camunda:resultVariable="%2$s"/>
          <sequenceFlow id="f%1$d" sourceRef="%3$s" targetRef="t%1$d"/>
          """
              .formatted(i, Objects.requireNonNull(RESULTS.get(i)), from));
      from = "t" + i;
    }
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:bench">
    <process id="bench" isExecutable="true"><startEvent id="start"/>
    %s<sequenceFlow id="last" sourceRef="%s" targetRef="end"/><endEvent id="end"/>
    </process></definitions>
    """
        .formatted(steps, from);
  }

  private static void note(String text) {
    System.err.println(text);
  }
}
