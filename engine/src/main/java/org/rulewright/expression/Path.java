package org.rulewright.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/** One entry of a context; only of a context that has it. */
record Path(Expression base, String name) implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    if (!(base.evaluate(variables) instanceof Map<?, ?> context)) {
      return UNDECIDED;
    }
    Object value = context.get(name);
    if (value == null) {
      return context.containsKey(name) ? null : UNDECIDED;
    }
    return Decimals.coerced(value);
  }
}
