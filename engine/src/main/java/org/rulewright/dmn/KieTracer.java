package org.rulewright.dmn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionEvent;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.core.api.event.DefaultDMNRuntimeEventListener;

/** Notes, for the evaluation that is running, which decisions were made and which rules hit. */
final class KieTracer extends DefaultDMNRuntimeEventListener {

  static final ScopedValue<Notes> NOTES = ScopedValue.newInstance();

  /** Ids of the rules that matched, and of those among them whose outputs count. */
  record Hits(List<String> matched, List<String> selected) {
    static final Hits NONE = new Hits(List.of(), List.of());
  }

  /** What hit by the name of the decision, decisions in the order they ended. */
  static final class Notes {
    private final Map<String, Hits> hits = new LinkedHashMap<>();

    List<String> decisions() {
      return List.copyOf(hits.keySet());
    }

    Hits hits(String decision) {
      return hits.getOrDefault(decision, Hits.NONE);
    }
  }

  @Override
  public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
    if (NOTES.isBound() && event.getDecisionName() != null) {
      NOTES
          .get()
          .hits
          .put(
              event.getDecisionName(),
              new Hits(copy(event.getMatchesIds()), copy(event.getSelectedIds())));
    }
  }

  @Override
  public void afterEvaluateDecision(AfterEvaluateDecisionEvent event) {
    if (NOTES.isBound()) {
      var name = event.getDecision().getName();
      var noted = NOTES.get().hits.remove(name);
      NOTES.get().hits.put(name, noted == null ? Hits.NONE : noted);
    }
  }

  private static List<String> copy(@Nullable List<String> ids) {
    return ids == null ? List.of() : List.copyOf(ids);
  }
}
