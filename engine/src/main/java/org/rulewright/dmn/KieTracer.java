package org.rulewright.dmn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionEvent;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.core.api.event.DefaultDMNRuntimeEventListener;

/** Notes, for the evaluation that is running, which decisions were made and which rules hit. */
final class KieTracer extends DefaultDMNRuntimeEventListener {

  static final ScopedValue<Notes> NOTES = ScopedValue.newInstance();

  /** Ids of the rules that hit by the name of the decision, decisions in the order they ended. */
  static final class Notes {
    private final Map<String, List<String>> hits = new LinkedHashMap<>();

    List<String> decisions() {
      return List.copyOf(hits.keySet());
    }

    List<String> hits(String decision) {
      return hits.getOrDefault(decision, List.of());
    }
  }

  @Override
  public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
    if (NOTES.isBound() && event.getDecisionName() != null) {
      var ids = event.getSelectedIds();
      NOTES.get().hits.put(event.getDecisionName(), ids == null ? List.of() : List.copyOf(ids));
    }
  }

  @Override
  public void afterEvaluateDecision(AfterEvaluateDecisionEvent event) {
    if (NOTES.isBound()) {
      var name = event.getDecision().getName();
      var ids = NOTES.get().hits.remove(name);
      NOTES.get().hits.put(name, ids == null ? List.of() : ids);
    }
  }
}
