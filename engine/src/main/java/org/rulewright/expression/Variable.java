package org.rulewright.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/** A name; undecided where nothing has it, because that is an error of the reference engine. */
public record Variable(String name) implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object value = variables.get(name);
    if (value == null) {
      return variables.containsKey(name) ? null : UNDECIDED;
    }
    return Decimals.coerced(value);
  }
}
