package org.rulewright.api;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.dmn.DmnDecision;
import org.rulewright.dmn.DmnModel;
import org.rulewright.dmn.EngineChoice;

/** The decision or the service of a model that is to be evaluated. */
sealed interface WorkbenchTarget {

  record Decision(String name) implements WorkbenchTarget {}

  record Service(String name) implements WorkbenchTarget {}

  /** Empty when the model has none of that name, or none was named and it has no single top. */
  static Optional<WorkbenchTarget> of(DmnModel model, WorkbenchRequest request) {
    var document = model.document();
    if (request.service() != null) {
      return Optional.of(request.service()).filter(document.services()::contains).map(Service::new);
    }
    return request.decision() != null
        ? document.decision(request.decision()).map(found -> new Decision(found.name()))
        : top(model);
  }

  /** The one decision that no other requires. */
  private static Optional<WorkbenchTarget> top(DmnModel model) {
    var decisions = model.document().decisions();
    var required =
        decisions.stream()
            .flatMap(decision -> decision.requiredDecisions().stream())
            .collect(Collectors.toSet());
    var tops = decisions.stream().filter(decision -> !required.contains(decision.id())).toList();
    return tops.size() == 1
        ? Optional.of(tops.getFirst()).map(DmnDecision::name).map(Decision::new)
        : Optional.empty();
  }

  default Outcome evaluate(DmnModel model, Facts facts, OffsetDateTime asOf, EngineChoice engine) {
    return switch (this) {
      case Decision decision -> model.evaluate(decision.name(), facts, asOf, true, engine);
      case Service service -> model.evaluateService(service.name(), facts, asOf, true, engine);
    };
  }
}
