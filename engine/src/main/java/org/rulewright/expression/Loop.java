package org.rulewright.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code for x in xs, y in ys return ...}; the later loops see the variables of the earlier.
 *
 * <p>Without any turn the reference engine forgets a frame of variables too many: what comes after
 * such a loop is its own affair, and so is the loop.
 */
public record Loop(List<Binding> bindings, Expression body) implements Expression {

  public Loop {
    bindings = List.copyOf(bindings);
  }

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    List<@Nullable Object> results = new ArrayList<>();
    Running running = Running.current();
    return running != null && turn(0, variables, running, results)
        ? Running.bounded(results)
        : UNDECIDED;
  }

  /** Returns false where something is undecided. */
  private boolean turn(
      int depth,
      Map<String, ? extends @Nullable Object> variables,
      Running running,
      List<@Nullable Object> results) {
    if (depth == bindings.size()) {
      Object value = body.evaluate(variables);
      results.add(value);
      return value != UNDECIDED;
    }
    Iterable<?> items = bindings.get(depth).items(variables);
    if (items == null || !items.iterator().hasNext()) {
      return false;
    }
    Scope scope = new Scope(variables, bindings.get(depth).name(), null);
    for (Object item : items) {
      running.turn();
      scope.set(item);
      if (!turn(depth + 1, scope, running, results)) {
        return false;
      }
    }
    return true;
  }
}
