package org.rulewright.version;

import java.util.Optional;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.DecisionSource;
import org.rulewright.dmn.DmnModel;

/** What the flow of a version may call: its own decisions, and exactly what it pins. */
record VersionCallees(DmnModel model, PinnedLookups lookups, PinnedModels models)
    implements DecisionSource {

  @Override
  public Optional<Decision> find(DecisionKind kind, String key) {
    return switch (kind) {
      case LOOKUP -> lookups.decision(key);
      case MODEL -> models.decision(key);
      case OTHER -> model.step(key);
      case DECISION_TABLE,
          LITERAL_EXPRESSION,
          DECISION_TREE,
          SCORECARD,
          RULE_SET,
          FLOW,
          FLOW_STEP ->
          Optional.empty();
    };
  }
}
