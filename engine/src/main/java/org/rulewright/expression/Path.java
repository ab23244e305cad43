package org.rulewright.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/** One entry of a context; only of a context that has it. */
record Path(Expression base, String name) implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object found = base.evaluate(variables);
    if (found == null && base instanceof LookupCall) {
      return null; // a row that is missing has no column, as nothing has a property in FEEL
    }
    if (!(found instanceof Map<?, ?> context)) {
      return UNDECIDED;
    }
    Object value = context.get(name);
    if (value == null) {
      return context.containsKey(name) ? null : UNDECIDED;
    }
    return Decimals.coerced(value);
  }
}
