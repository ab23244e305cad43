package org.rulewright.parity;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.DecisionSource;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.dmn.DmnDecision;
import org.rulewright.dmn.DmnModel;
import org.rulewright.dmn.EngineChoice;

/**
 * What the tasks of a flow call on one side of a comparison: decisions by the engine of that side,
 * everything else the same on all of them.
 *
 * @param watched told what our own engine left to KIE
 */
record FlowSide(Subject.OfFlow subject, EngineChoice engine, Watched watched)
    implements DecisionSource {

  @Override
  public Optional<Decision> find(DecisionKind kind, String key) {
    return kind == DecisionKind.OTHER
        ? subject.model().document().decision(key).map(Asked::new)
        : subject.others().find(kind, key);
  }

  private final class Asked implements Decision {
    private final DmnDecision decision;

    Asked(DmnDecision decision) {
      this.decision = decision;
    }

    @Override
    public String id() {
      return decision.id();
    }

    @Override
    public String name() {
      return decision.name();
    }

    @Override
    public DecisionKind kind() {
      return decision.kind();
    }

    @Override
    public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
      DmnModel model = subject.model();
      var inputs = model.taken(facts);
      if (engine != EngineChoice.COMPILED) {
        return model.evaluate(name(), inputs, asOf, false, engine);
      }
      var observed = model.observe(name(), inputs, asOf);
      watched.delegated(observed.delegations());
      return observed.outcome();
    }
  }
}
