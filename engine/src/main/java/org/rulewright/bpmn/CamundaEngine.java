package org.rulewright.bpmn;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.rulewright.ruleflow.FlowDefinition;

/**
 * Camunda 7 on a database in memory, without history and without background work.
 *
 * <p>Nothing it is given can run code: JUEL is refused, scripts are FEEL on plain variables, and
 * what was parsed is looked at before it is deployed.
 */
final class CamundaEngine {

  private final ProcessEngine engine;

  private CamundaEngine(ProcessEngine engine) {
    this.engine = engine;
  }

  /** Made when it is first needed, for it takes seconds. */
  private static final class Shared {
    static final CamundaEngine ENGINE = create();
  }

  static CamundaEngine shared() {
    return Shared.ENGINE;
  }

  private static CamundaEngine create() {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("rulewright-flows");
    configuration.setJdbcUrl("jdbc:h2:mem:rulewright-flows;DB_CLOSE_DELAY=-1");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("none");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setJobExecutorActivate(false);
    configuration.setMetricsEnabled(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    configuration.setDmnEnabled(false);
    configuration.setCmmnEnabled(false);
    // an error nobody catches is not an end, and a task that failed has no outputs
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    configuration.setSkipOutputMappingOnCanceledActivities(true);
    // what fails is an outcome here, compared with ours, and not for a log
    configuration.setEnableCmdExceptionLogging(false);
    protect(configuration);
    return new CamundaEngine(configuration.buildProcessEngine());
  }

  /** The three parts of the protection; each alone lets something through. */
  static void protect(
      org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new FlowParsing())));
    configuration.setExpressionManager(new NoJuel());
    configuration.setScriptFactory(new FeelOnly());
    configuration.setResolverFactories(new ArrayList<>());
  }

  ProcessEngine engine() {
    return engine;
  }

  /** Deploys files as they are; the first holds the flow that is started. */
  Deployment deploy(List<BpmnDocument> documents, Map<String, FlowDefinition> flows) {
    return FlowParsing.of(
        flows,
        () -> {
          var builder = engine.getRepositoryService().createDeployment();
          for (int i = 0; i < documents.size(); i++) {
            builder.addInputStream(i + ".bpmn", new ByteArrayInputStream(documents.get(i).bytes()));
          }
          return builder.deploy();
        });
  }
}
