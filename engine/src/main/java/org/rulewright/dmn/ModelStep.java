package org.rulewright.dmn;

import java.time.OffsetDateTime;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;

/**
 * One decision of a model with all it requires, as a step of something larger.
 *
 * <p>Of the facts it takes only the inputs of the model: a variable of a flow may have the name of
 * a decision, and would otherwise stand in for it.
 */
record ModelStep(DmnModel model, DmnDecision decision) implements Decision {

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
    return model.evaluate(decision.name(), inputs(model, facts), asOf, traced);
  }

  /** Of the facts, the inputs of the model. */
  static Facts inputs(DmnModel model, Facts facts) {
    return Facts.of(facts.asMap(), model.inputLayout());
  }
}
