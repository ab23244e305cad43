package org.rulewright.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;

/** The same flow on Camunda 7 as it comes, with its own decision engine, history none. */
final class CamundaProcess implements AutoCloseable {

  private final ProcessEngine engine;

  CamundaProcess(String bpmn, List<String> dmn) {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("bench");
    configuration.setJdbcUrl("jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1");
    configuration.setHistory("none");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setJobExecutorActivate(false);
    configuration.setMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    engine = configuration.buildProcessEngine();
    var deployment = engine.getRepositoryService().createDeployment().addString("f.bpmn", bpmn);
    for (int i = 0; i < dmn.size(); i++) {
      deployment.addString("d" + i + ".dmn", dmn.get(i));
    }
    deployment.deploy();
  }

  /** All variables at the end of an instance. */
  Map<String, @Nullable Object> variables(Map<String, @Nullable Object> facts) {
    return new HashMap<>(
        engine
            .getRuntimeService()
            .createProcessInstanceByKey("bench")
            .setVariables(facts)
            .executeWithVariablesInReturn()
            .getVariables());
  }

  @Override
  public void close() {
    engine.close();
  }
}
