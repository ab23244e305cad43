package org.rulewright.bpmn;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.DecisionSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;
import org.rulewright.ruleflow.FlowDefinition;

/**
 * A flow on Camunda 7, the reference its compiled form is compared with.
 *
 * <p>The file runs as it is. Events, gateways, joins, scopes, mappings and FEEL are Camunda's; only
 * the tasks are ours, which ask the decisions they are bound to. Outcomes carry no trace. To be
 * closed after use, for it holds a deployment.
 */
public final class CamundaFlow implements Decision, AutoCloseable {

  private final FlowDefinition definition;
  private final DecisionSource source;
  private final ProcessEngine engine;
  private final String deployment;
  private final String process;

  private CamundaFlow(
      FlowDefinition definition,
      DecisionSource source,
      ProcessEngine engine,
      String deployment,
      String process) {
    this.definition = definition;
    this.source = source;
    this.engine = engine;
    this.deployment = deployment;
    this.process = process;
  }

  /** What deploying a flow came to. */
  public sealed interface Deployed {
    /** The flow can run on Camunda. */
    record Running(CamundaFlow flow) implements Deployed {}

    /** The flow is refused, by us or by Camunda. */
    record Refused(List<Diagnostic> problems) implements Deployed {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * Deploys a flow and the flows it calls.
   *
   * @param called the files of the flows it calls, directly or not
   */
  public static Deployed deploy(
      BpmnDocument document, List<BpmnDocument> called, DecisionSource source) {
    List<BpmnDocument> all = new ArrayList<>(List.of(document));
    all.addAll(called);
    List<Diagnostic> refusals = all.stream().flatMap(it -> BpmnFlow.refusals(it).stream()).toList();
    return refusals.isEmpty() ? unchecked(all, source) : new Deployed.Refused(refusals);
  }

  /** Deploys files that were not looked at; what keeps code from running then is the engine's. */
  static Deployed unchecked(List<BpmnDocument> documents, DecisionSource source) {
    Map<String, FlowDefinition> flows = new LinkedHashMap<>();
    documents.forEach(it -> flows.putIfAbsent(it.key().orElse(""), BpmnFlow.definition(it)));
    var camunda = CamundaEngine.shared();
    try {
      var deployment = camunda.deploy(documents, flows);
      var key = documents.getFirst().key().orElse("");
      ProcessDefinition process =
          camunda
              .engine()
              .getRepositoryService()
              .createProcessDefinitionQuery()
              .deploymentId(deployment.getId())
              .processDefinitionKey(key)
              .singleResult();
      if (process == null) {
        camunda.engine().getRepositoryService().deleteDeployment(deployment.getId(), true);
        return new Deployed.Refused(List.of(problem("process `" + key + "` is not executable")));
      }
      return new Deployed.Running(
          new CamundaFlow(
              BpmnFlow.definition(documents.getFirst()),
              source,
              camunda.engine(),
              deployment.getId(),
              process.getId()));
    } catch (ProcessEngineException e) {
      return new Deployed.Refused(List.of(problem(String.valueOf(e.getMessage()))));
    }
  }

  private static Diagnostic problem(String message) {
    return Diagnostic.error("bpmn.camunda", Place.NOWHERE, Diagnostic.shortened(message));
  }

  @Override
  public String id() {
    return definition.id();
  }

  @Override
  public String name() {
    return definition.name();
  }

  @Override
  public DecisionKind kind() {
    return DecisionKind.FLOW;
  }

  @Override
  public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
    var run = new CamundaRun(asOf, source);
    try {
      return run.call(() -> start(run, facts));
    } catch (ProcessEngineException e) {
      return new Outcome.Failed(List.of(problem(String.valueOf(e.getMessage()))), Trace.EMPTY);
    }
  }

  private Outcome start(CamundaRun run, Facts facts) {
    Map<String, @Nullable Object> variables = PlainValues.context(facts.asMap());
    var instance =
        engine
            .getRuntimeService()
            .createProcessInstanceById(process)
            .setVariables(variables)
            .executeWithVariablesInReturn();
    if (!instance.isEnded()) {
      engine.getRuntimeService().deleteProcessInstance(instance.getId(), "it waits", true, true);
      return new Outcome.Failed(
          List.of(Diagnostic.error("flow.stuck", Place.of(id()), name())), Trace.EMPTY);
    }
    return new Outcome.Decided(
        FlowAnswer.of(definition, run.ends(instance.getId()), instance.getVariables()),
        Trace.EMPTY);
  }

  @Override
  public void close() {
    engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
  }
}
