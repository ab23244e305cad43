package org.rulewright.version;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.model.ModelInput;
import org.rulewright.model.ModelScore;

/** The models a version pins; each score is noted, or taken from a record. */
final class PinnedModels implements AutoCloseable {

  private final Map<String, PinnedModel> models = new LinkedHashMap<>();

  PinnedModels(List<PinnedModel> models) {
    models.forEach(it -> this.models.put(it.pin().key(), it));
  }

  /** Finds a model as a step of a flow. */
  Optional<Decision> decision(String key) {
    return Optional.ofNullable(models.get(key)).map(Step::new);
  }

  /** What a model reads; empty for one that is not pinned. */
  List<String> inputs(String key) {
    var model = models.get(key);
    return model == null
        ? List.of()
        : model.signature().inputs().stream().map(ModelInput::name).toList();
  }

  /** Why models cannot be used; empty where all can. */
  List<Diagnostic> problems() {
    return models.values().stream().flatMap(it -> it.problems().stream()).toList();
  }

  @Override
  public void close() {
    models.values().forEach(PinnedModel::close);
  }

  /** A model that a flow calls; its value is the context of its outputs. */
  private record Step(PinnedModel pinned) implements Decision {

    @Override
    public String id() {
      return pinned.pin().key();
    }

    @Override
    public String name() {
      return pinned.name();
    }

    @Override
    public DecisionKind kind() {
      return DecisionKind.MODEL;
    }

    @Override
    public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
      var outcome =
          UsedValues.CURRENT.isBound()
              ? UsedValues.CURRENT.get().score(pinned, inputs(facts), () -> scored(facts))
              : scored(facts);
      return switch (outcome) {
        case Outcome.Decided(var value, _) -> new Outcome.Decided(value, trace(value, traced));
        case Outcome.Failed(var problems, _) -> new Outcome.Failed(problems, trace(null, traced));
      };
    }

    /** A model that could not be opened fails like one that gives no score. */
    private Outcome scored(Facts facts) {
      var model = pinned.model();
      if (model == null) {
        return new Outcome.Failed(pinned.problems(), Trace.EMPTY);
      }
      return switch (model.score(facts.asMap())) {
        case ModelScore.Scored scored -> new Outcome.Decided(scored.outputs(), Trace.EMPTY);
        case ModelScore.Failed failed -> new Outcome.Failed(failed.problems(), Trace.EMPTY);
      };
    }

    private Map<String, @Nullable Object> inputs(Facts facts) {
      Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
      pinned
          .signature()
          .inputs()
          .forEach(input -> inputs.put(input.name(), facts.get(input.name())));
      return inputs;
    }

    private Trace trace(@Nullable Object value, boolean traced) {
      return traced
          ? Trace.of(new TraceStep(id(), name(), kind(), List.of(), value, false))
          : Trace.EMPTY;
    }
  }
}
