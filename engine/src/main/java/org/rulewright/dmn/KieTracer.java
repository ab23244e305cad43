package org.rulewright.dmn;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNResult;
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

  /**
   * A decision of a model.
   *
   * @param namespace of the imported model whose decision it is, empty for one of the main model
   */
  record Made(String namespace, String name) {}

  /** What hit, and what imported decisions gave; decisions in the order they ended. */
  static final class Notes {
    private final Map<Made, Hits> hits = new LinkedHashMap<>();
    private final Map<Made, @Nullable Object> values = new HashMap<>();

    List<Made> decisions() {
      return List.copyOf(hits.keySet());
    }

    /** What a decision of an imported model gave, in that engine's terms. */
    @Nullable Object value(Made decision) {
      return values.get(decision);
    }

    Hits hits(Made decision) {
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
              made(event.getDecisionName(), event.getResult()),
              new Hits(copy(event.getMatchesIds()), copy(event.getSelectedIds())));
    }
  }

  @Override
  public void afterEvaluateDecision(AfterEvaluateDecisionEvent event) {
    if (NOTES.isBound()) {
      var notes = NOTES.get();
      var name = event.getDecision().getName();
      var made = made(name, event.getResult());
      var noted = notes.hits.remove(made);
      notes.hits.put(made, noted == null ? Hits.NONE : noted);
      if (!made.namespace().isEmpty()) {
        notes.values.put(made, event.getResult().getContext().get(name));
      }
    }
  }

  /** The engine is inside the import whose decision it makes. */
  private static Made made(String name, DMNResult result) {
    return new Made(result.getContext().scopeNamespace().orElse(""), name);
  }

  private static List<String> copy(@Nullable List<String> ids) {
    return ids == null ? List.of() : List.copyOf(ids);
  }
}
