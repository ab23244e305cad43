package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;

/**
 * The decisions that lead to one, each after what it requires.
 *
 * <p>Only the regular way is ours: every input of its type, every step decided, every result of its
 * type. Where anything is out of the way, the reference engine decides instead, so that what the
 * standard says about errors and conversions is said in one place.
 */
record Plan(List<Step> steps, List<DmnInput> inputs, TypeNames types) {

  Plan {
    steps = List.copyOf(steps);
    inputs = List.copyOf(inputs);
  }

  /** Returns the outcome, or nothing where the reference engine has to decide. */
  Optional<Outcome> evaluate(
      Facts facts, OffsetDateTime asOf, boolean traced, Supplier<KieModel> reference) {
    var values = new LinkedHashMap<String, @Nullable Object>(facts.asMap());
    for (var input : inputs) {
      values.putIfAbsent(input.name(), null);
      if (!takes(input, values.get(input.name()), reference)) {
        return Optional.empty();
      }
    }
    var trace = new ArrayList<TraceStep>();
    @Nullable Object last = null;
    for (var step : steps) {
      var name = step.decision().name();
      if (facts.has(name)
          || !(step.evaluate(values, asOf, traced) instanceof Outcome.Decided(var value, var taken))
          || !gives(step.decision(), value, reference)) {
        return Optional.empty();
      }
      trace.addAll(taken.steps());
      values.put(name, value);
      last = value;
    }
    return Optional.of(new Outcome.Decided(last, traced ? new Trace(trace) : Trace.EMPTY));
  }

  private boolean takes(DmnInput input, @Nullable Object value, Supplier<KieModel> reference) {
    return types.isOwn(input.typeRef())
        ? reference.get().accepts(input.name(), value)
        : Conformity.isOf(input.type(), value);
  }

  private boolean gives(
      DmnDecision decision, @Nullable Object value, Supplier<KieModel> reference) {
    if (types.isOwn(decision.typeRef())) {
      return reference.get().acceptsResult(decision.name(), value);
    }
    var type = types.resolve(decision.typeRef());
    // a result of no declared type stays as it is, a list of one item too
    return type == FactType.ANY || Conformity.isOf(type, value);
  }
}
