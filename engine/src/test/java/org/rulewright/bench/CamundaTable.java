package org.rulewright.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;

/** The same table in Camunda 7. */
final class CamundaTable {

  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final DmnDecision decision;

  CamundaTable(String dmn) {
    decision =
        engine.parseDecision("d", new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
  }

  @Nullable Object value(Map<String, @Nullable Object> facts) {
    DmnDecisionTableResult result = engine.evaluateDecisionTable(decision, facts);
    return result.isEmpty() ? null : result.getFirstResult().getEntryMap();
  }
}
