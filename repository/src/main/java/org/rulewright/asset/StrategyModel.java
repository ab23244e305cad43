package org.rulewright.asset;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.decision.DecisionKind;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.xml.UnreadableModelException;

/**
 * The content of a strategy, read.
 *
 * @param flow null where it has none
 */
public record StrategyModel(
    DmnDocument dmn, @Nullable BpmnDocument flow, StrategyContract contract) {

  /** Reads a content; that of a draft or version could be read when it was kept. */
  public static StrategyModel read(StrategyContent content) throws UnreadableModelException {
    var bpmn = content.bpmn().orElse(null);
    return new StrategyModel(
        DmnDocument.read(content.dmn()),
        bpmn == null ? null : BpmnDocument.read(bpmn),
        content.contract());
  }

  /** Whether a caller's decision begins with the flow: the contract names its process. */
  public boolean startsWithFlow() {
    return startingFlow().isPresent();
  }

  /** Returns the flow if a caller's decision begins with it. */
  public Optional<BpmnDocument> startingFlow() {
    if (flow == null) {
      return Optional.empty();
    }
    var entry = contract.entry();
    boolean named =
        !entry.isBlank()
            && (flow.key().filter(entry::equals).isPresent() || flow.name().equals(entry));
    // a decision of that name was there before the flow
    return named && dmn.decision(entry).isEmpty() ? Optional.of(flow) : Optional.empty();
  }

  /** Returns the keys of the look-up tables that model and flow use. */
  public Set<String> lookups() {
    var keys = new LinkedHashSet<>(dmn.lookups());
    if (flow != null) {
      keys.addAll(flow.lookups());
      keys.addAll(called(DecisionKind.LOOKUP));
    }
    return keys;
  }

  /** Returns the keys of the scoring models that the flow uses. */
  public Set<String> models() {
    return flow == null ? Set.of() : called(DecisionKind.MODEL);
  }

  private Set<String> called(DecisionKind kind) {
    var keys = new LinkedHashSet<String>();
    if (flow != null) {
      BpmnFlow.references(flow).stream()
          .filter(it -> it.kind() == kind)
          .forEach(it -> keys.add(it.key()));
    }
    return keys;
  }
}
