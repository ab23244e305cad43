package org.rulewright.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code some x in xs satisfies ...} and {@code every ...}.
 *
 * @param bindings see the variables around, and not each other
 * @param answer what one body that gives it decides: true for some, false for every
 */
public record Quantified(List<Binding> bindings, Expression body, boolean answer)
    implements Expression {

  public Quantified {
    bindings = List.copyOf(bindings);
  }

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Running running = Running.current();
    return running == null ? UNDECIDED : turn(0, variables, variables, running);
  }

  private Object turn(
      int depth,
      Map<String, ? extends @Nullable Object> around,
      Map<String, ? extends @Nullable Object> variables,
      Running running) {
    if (depth == bindings.size()) {
      Object holds = body.evaluate(variables);
      return holds == null ? (Object) !answer : holds instanceof Boolean ? holds : UNDECIDED;
    }
    Iterable<?> items = bindings.get(depth).items(around);
    if (items == null) {
      return UNDECIDED;
    }
    Scope scope = new Scope(variables, bindings.get(depth).name(), null);
    for (Object item : items) {
      running.turn();
      scope.set(item);
      Object holds = turn(depth + 1, around, scope, running);
      if (!Boolean.valueOf(!answer).equals(holds)) {
        return holds;
      }
    }
    return !answer;
  }
}
