package org.rulewright.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a built-in function. */
public record Call(BuiltIn function, List<Expression> arguments) implements Expression {

  public Call {
    arguments = List.copyOf(arguments);
  }

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    @Nullable Object[] values = new Object[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments.get(i).evaluate(variables);
      if (!Ordering.isKnown(values[i])) {
        return UNDECIDED;
      }
    }
    return function.call(values);
  }
}
