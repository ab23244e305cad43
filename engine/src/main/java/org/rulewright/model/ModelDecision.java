package org.rulewright.model;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;

/**
 * A model as a decision: its inputs are facts, its value is the context of its outputs.
 *
 * <p>The value is a context even where the model has one output, so that a flow that reads it does
 * not change when the model gains another. The decision does not own the model: whoever opened it
 * closes it.
 */
public final class ModelDecision implements Decision {

  private final String key;
  private final String name;
  private final ScoringModel model;

  /**
   * Puts a model behind a key.
   *
   * @param key what flows call it by; it is the decision's id
   */
  public ModelDecision(String key, String name, ScoringModel model) {
    this.key = key;
    this.name = name;
    this.model = model;
  }

  @Override
  public String id() {
    return key;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DecisionKind kind() {
    return DecisionKind.MODEL;
  }

  public ScoringModel model() {
    return model;
  }

  @Override
  public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
    return switch (model.score(facts.asMap())) {
      case ModelScore.Scored scored ->
          new Outcome.Decided(scored.outputs(), trace(scored.outputs(), traced));
      case ModelScore.Failed failed -> new Outcome.Failed(failed.problems(), trace(null, traced));
    };
  }

  private Trace trace(@Nullable Object value, boolean traced) {
    return traced
        ? Trace.of(new TraceStep(key, name, kind(), List.of(), value, false))
        : Trace.EMPTY;
  }
}
