package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

  private final List<PlanStep> steps;
  private final List<PlanInput> inputs;

  /** The inputs, and after them the decisions in the order of the steps. */
  private final FactLayout layout;

  /** The same slots for each step under the names its own model has for them. */
  private final List<FactLayout> layouts;

  /** The names of the main model's imports; a fact of such a name holds facts for the import. */
  private final Set<String> imports;

  Plan(List<PlanStep> steps, List<PlanInput> inputs) {
    this.steps = List.copyOf(steps);
    this.inputs = List.copyOf(inputs);
    var names =
        Stream.concat(inputs.stream().map(PlanInput::name), steps.stream().map(PlanStep::name))
            .toList();
    this.layout = FactLayout.of(names);
    Map<String, FactLayout> made = new HashMap<>();
    made.put("", layout);
    this.layouts =
        steps.stream()
            .map(step ->
                made.computeIfAbsent(step.scope().prefix(), prefix -> within(prefix, names)))
            .toList();
    this.imports =
        Stream.concat(inputs.stream().map(PlanInput::scope), steps.stream().map(PlanStep::scope))
            .filter(it -> !it.isMain())
            .map(it -> it.prefix().substring(0, it.prefix().indexOf('.')))
            .collect(Collectors.toSet());
  }

  /** What a model sees of the slots; the names of all others are none any text could have. */
  private static FactLayout within(String prefix, List<String> names) {
    return FactLayout.of(
        names.stream()
            .map(name ->
                name.startsWith(prefix)
                    ? name.substring(prefix.length())
                    : KieReference.HIDDEN + name)
            .toList());
  }

  List<PlanStep> steps() {
    return steps;
  }

  List<PlanInput> inputs() {
    return inputs;
  }

  FactLayout layout() {
    return layout;
  }

  /** The layout as a step sees it. */
  FactLayout layout(int step) {
    return layouts.get(step);
  }

  /** The names of facts that hold what is meant for an import; such facts are not ours. */
  Set<String> imports() {
    return imports;
  }

  /** Returns the outcome, or nothing where the reference engine has to decide. */
  Optional<Outcome> evaluate(
      Facts facts, OffsetDateTime asOf, boolean traced, Supplier<KieModel> reference) {
    for (var name : imports) {
      if (facts.has(name)) {
        return Optional.empty();
      }
    }
    @Nullable Object[] values = new Object[inputs.size() + steps.size()];
    for (int i = 0; i < inputs.size(); i++) {
      values[i] = facts.get(inputs.get(i).fact());
      if (!takes(inputs.get(i), values[i], reference)) {
        return Optional.empty();
      }
    }
    Arrays.fill(values, inputs.size(), values.length, FactRow.ABSENT);
    var main = layout.row(values);
    var trace = new ArrayList<TraceStep>();
    @Nullable Object last = null;
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      if (step.scope().isMain() && facts.has(step.step().decision().name())) {
        return Optional.empty();
      }
      // the row is ours alone, and the steps to come see what the steps before gave
      var row = step.scope().isMain() ? main : layouts.get(i).row(values);
      switch (step.scope().seenFromMain(step.step().evaluate(row, asOf, traced))) {
        case Outcome.Decided(var value, var taken) -> {
          if (!gives(step, value, reference)) {
            return Optional.empty();
          }
          trace.addAll(taken.steps());
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
  static boolean isOfOwnType(PlanInput input) {
    return types(input.scope()).isOwn(input.input().typeRef());
  }

  static boolean takes(PlanInput input, @Nullable Object value, Supplier<KieModel> reference) {
    return isOfOwnType(input)
        ? reference.get().of(input.scope()).accepts(input.input().name(), value)
        : Conformity.isOf(input.input().type(), value);
  }

  static boolean gives(PlanStep step, @Nullable Object value, Supplier<KieModel> reference) {
    var decision = step.step().decision();
    var types = types(step.scope());
    if (types.isOwn(decision.typeRef())) {
      return reference.get().of(step.scope()).acceptsResult(decision.name(), value);
    }
    var type = types.resolve(decision.typeRef());
    // a result of no declared type stays as it is, a list of one item too
    return type == FactType.ANY
        || Conformity.isOf(type, value)
        || reference.get().of(step.scope()).acceptsResult(decision.name(), value);
  }

  private static TypeNames types(Scope scope) {
    return scope.document().contents().types();
  }
}
