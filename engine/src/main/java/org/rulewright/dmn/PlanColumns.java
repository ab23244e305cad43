package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactColumn;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.FactRow;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;

/** One stretch of rows on its way through a plan, step by step and each step for all rows. */
final class PlanColumns {

  private final Plan plan;
  private final Supplier<KieModel> reference;
  private final int from;
  private final int to;

  /** The rows that are still on the regular way. */
  private final boolean[] regular;

  private final @Nullable Outcome[] outcomes;
  private final List<List<TraceStep>> traces = new ArrayList<>();

  PlanColumns(Plan plan, Supplier<KieModel> reference, int from, int to) {
    this.plan = plan;
    this.reference = reference;
    this.from = from;
    this.to = to;
    this.regular = new boolean[to - from];
    this.outcomes = new Outcome[to - from];
    Arrays.fill(regular, true);
  }

  /** Returns the outcomes of the rows, null where the reference engine has to decide. */
  @Nullable Outcome[] evaluate(FactColumns facts, OffsetDateTime asOf, boolean traced) {
    plan.imports().forEach(name -> refuse(facts.column(name)));
    var columns = new ArrayList<FactColumn>(inputs(facts));
    while (columns.size() < plan.layout().names().size()) {
      columns.add(new FactColumn.Same(FactRow.ABSENT));
    }
    for (int i = 0; traced && i < regular.length; i++) {
      traces.add(new ArrayList<>());
    }
    @Nullable Outcome[] made = new Outcome[to - from];
    for (int i = 0; i < plan.steps().size(); i++) {
      var step = plan.steps().get(i);
      if (step.scope().isMain()) {
        refuse(facts.column(step.name()));
      }
      step.step()
          .evaluate(
              new FactColumns(plan.layout(i), columns, facts.rows()), from, to, asOf, traced, made);
      columns.set(plan.inputs().size() + i, values(step, made, traced));
    }
    conclude(made, traced);
    return outcomes;
  }

  /** The columns of the inputs; a fact that is missing is null. */
  private List<FactColumn> inputs(FactColumns facts) {
    return plan.inputs().stream()
        .map(input -> {
          var column = present(facts.column(input.fact()));
          if (!isSure(input, column)) {
            for (int i = 0; i < regular.length; i++) {
              regular[i] = regular[i] && Plan.takes(input, column.at(from + i), reference);
            }
          }
          return column;
        })
        .toList();
  }

  private FactColumn present(FactColumn column) {
    return switch (column) {
      case FactColumn.Same(var value) when value == FactRow.ABSENT -> new FactColumn.Same(null);
      case FactColumn.Values values -> {
        @Nullable Object[] present = new Object[to - from];
        for (int i = 0; i < present.length; i++) {
          var value = values.at(from + i);
          present[i] = value == FactRow.ABSENT ? null : value;
        }
        yield new FactColumn.Values(present, from);
      }
      default -> column;
    };
  }

  /** Whether the type of the column says that every value is of the input's type. */
  private static boolean isSure(PlanInput input, FactColumn column) {
    if (Plan.isOfOwnType(input)) {
      return false;
    }
    return switch (column) {
      case FactColumn.Numbers _ -> isOneOf(input.input().type(), FactType.NUMBER);
      case FactColumn.Texts _ -> isOneOf(input.input().type(), FactType.TEXT);
      case FactColumn.Truths _ -> isOneOf(input.input().type(), FactType.BOOLEAN);
      case FactColumn.Days _ -> isOneOf(input.input().type(), FactType.DATE);
      case FactColumn.Same(var value) -> value == null;
      case FactColumn.Values _ -> false;
    };
  }

  private static boolean isOneOf(FactType declared, FactType type) {
    return declared == type || declared == FactType.ANY;
  }

  /** A fact of the name of a decision is the reference engine's to deal with. */
  private void refuse(FactColumn column) {
    for (int i = 0; i < regular.length; i++) {
      regular[i] = regular[i] && column.at(from + i) == FactRow.ABSENT;
    }
  }

  private FactColumn values(PlanStep step, @Nullable Outcome[] made, boolean traced) {
    @Nullable Object[] values = new Object[made.length];
    for (int i = 0; i < values.length; i++) {
      if (!regular[i] || made[i] == null) {
        continue;
      }
      var outcome = step.scope().seenFromMain(made[i]);
      if (traced) {
        traces.get(i).addAll(outcome.trace().steps());
      }
      switch (outcome) {
        case Outcome.Decided(var value, _) -> {
          values[i] = value;
          regular[i] = Plan.gives(step, value, reference);
        }
        case Outcome.Failed(var problems, _) -> {
          regular[i] = false;
          if (Plan.isFinal(problems)) {
            outcomes[i] = new Outcome.Failed(problems, trace(i, traced));
          }
        }
      }
    }
    return new FactColumn.Values(values, from);
  }

  private void conclude(@Nullable Outcome[] last, boolean traced) {
    boolean whole = plan.steps().size() == 1 || !traced;
    for (int i = 0; i < regular.length; i++) {
      if (regular[i] && last[i] instanceof Outcome.Decided(var value, _)) {
        outcomes[i] = whole ? last[i] : new Outcome.Decided(value, trace(i, traced));
      }
    }
  }

  private Trace trace(int row, boolean traced) {
    return traced ? new Trace(traces.get(row)) : Trace.EMPTY;
  }
}
