package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.FactRow;
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
final class Plan {

  private final List<Step> steps;
  private final List<DmnInput> inputs;
  private final TypeNames types;

  /** The inputs, and after them the decisions in the order of the steps. */
  private final FactLayout layout;

  Plan(List<Step> steps, List<DmnInput> inputs, TypeNames types) {
    this.steps = List.copyOf(steps);
    this.inputs = List.copyOf(inputs);
    this.types = types;
    this.layout =
        FactLayout.of(
            Stream.concat(
                    inputs.stream().map(DmnInput::name),
                    steps.stream().map(step -> step.decision().name()))
                .toList());
  }

  List<Step> steps() {
    return steps;
  }

  List<DmnInput> inputs() {
    return inputs;
  }

  FactLayout layout() {
    return layout;
  }

  /** Returns the outcome, or nothing where the reference engine has to decide. */
  Optional<Outcome> evaluate(
      Facts facts, OffsetDateTime asOf, boolean traced, Supplier<KieModel> reference) {
    @Nullable Object[] values = new Object[inputs.size() + steps.size()];
    for (int i = 0; i < inputs.size(); i++) {
      values[i] = facts.get(inputs.get(i).name());
      if (!takes(inputs.get(i), values[i], reference)) {
        return Optional.empty();
      }
    }
    Arrays.fill(values, inputs.size(), values.length, FactRow.ABSENT);
    var row = layout.row(values);
    var trace = new ArrayList<TraceStep>();
    @Nullable Object last = null;
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      if (facts.has(step.decision().name())) {
        return Optional.empty();
      }
      switch (step.evaluate(row, asOf, traced)) {
        case Outcome.Decided(var value, var taken) -> {
          if (!gives(step.decision(), value, reference)) {
            return Optional.empty();
          }
          trace.addAll(taken.steps());
          // the row is ours alone, and the steps to come see what the steps before gave
          values[inputs.size() + i] = value;
          last = value;
        }
        case Outcome.Failed(var problems, var taken) -> {
          if (!isFinal(problems)) {
            return Optional.empty();
          }
          trace.addAll(taken.steps());
          return Optional.of(new Outcome.Failed(problems, traced ? new Trace(trace) : Trace.EMPTY));
        }
      }
    }
    return Optional.of(new Outcome.Decided(last, traced ? new Trace(trace) : Trace.EMPTY));
  }

  /**
   * Whether a step failed for a reason the standard gives the table, such as a value that is not
   * allowed: then what requires it cannot be decided by any engine.
   */
  static boolean isFinal(List<Diagnostic> problems) {
    return problems.stream().allMatch(it -> it.code().startsWith("table."));
  }

  /** Whether the input is of a type the model itself defines. */
  boolean isOfOwnType(DmnInput input) {
    return types.isOwn(input.typeRef());
  }

  boolean takes(DmnInput input, @Nullable Object value, Supplier<KieModel> reference) {
    return types.isOwn(input.typeRef())
        ? reference.get().accepts(input.name(), value)
        : Conformity.isOf(input.type(), value);
  }

  boolean gives(DmnDecision decision, @Nullable Object value, Supplier<KieModel> reference) {
    if (types.isOwn(decision.typeRef())) {
      return reference.get().acceptsResult(decision.name(), value);
    }
    var type = types.resolve(decision.typeRef());
    // a result of no declared type stays as it is, a list of one item too
    return type == FactType.ANY || Conformity.isOf(type, value);
  }
}
