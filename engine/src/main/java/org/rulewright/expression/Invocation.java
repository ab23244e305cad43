package org.rulewright.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function the model defines.
 *
 * @param arguments see the variables around the call
 * @param body sees the parameters alone
 */
public record Invocation(List<String> parameters, List<Expression> arguments, Expression body)
    implements Expression {

  public Invocation {
    parameters = List.copyOf(parameters);
    arguments = List.copyOf(arguments);
  }

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Running running = Running.current();
    if (running == null) {
      return UNDECIDED;
    }
    running.turn();
    Map<String, @Nullable Object> inside = HashMap.newHashMap(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      Object value = arguments.get(i).evaluate(variables);
      if (value == UNDECIDED) {
        return UNDECIDED;
      }
      inside.put(parameters.get(i), value);
    }
    return body.evaluate(inside);
  }
}
